using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Payments.Stripe;

/// <summary>Checks <c>Stripe-Signature</c> over the raw bytes and reads the event. Source: Stripe documentation, Webhook signatures.</summary>
internal sealed class StripeWebhookVerifier : IWebhookVerifier<PaymentEvent>
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    // A long of 20 characters and the dot.
    private const int LongestPrefix = 21;

    private readonly byte[][] _secrets;
    private readonly TimeSpan _tolerance;
    private readonly TimeProvider _clock;

    internal StripeWebhookVerifier(StripePaymentOptions options, TimeProvider clock)
    {
        if (options.WebhookSecrets.Count == 0)
        {
            throw new InvalidOperationException("WebhookSecrets is empty: add the endpoint's secret (whsec_…) to verify webhooks.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.WebhookTolerance, TimeSpan.FromSeconds(1), nameof(options.WebhookTolerance));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.WebhookTolerance, TimeSpan.FromHours(1), nameof(options.WebhookTolerance));

        // The whole secret with its prefix is the key; it is no base 64.
        _secrets = [.. options.WebhookSecrets.Select(Encoding.UTF8.GetBytes)];
        _tolerance = options.WebhookTolerance;
        _clock = clock;
    }

    public ValueTask<Outcome<PaymentEvent>> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(Verify(request));
    }

    private Outcome<PaymentEvent> Verify(WebhookRequest request)
    {
        if (request.Header("Stripe-Signature") is not { } header)
        {
            return Refuse(RefusalCode.Forbidden, "The header Stripe-Signature is missing.");
        }

        if (!TryParse(header, out var timestamp, out var signatures))
        {
            return Refuse(RefusalCode.Forbidden, "The header Stripe-Signature is malformed.");
        }

        if (signatures.Count == 0)
        {
            return Refuse(RefusalCode.Forbidden, "The header Stripe-Signature has no v1 signature.");
        }

        if (!Matches(timestamp, request.Body.Span, signatures))
        {
            return Refuse(RefusalCode.Forbidden, "The signature does not match the body.");
        }

        var age = _clock.GetUtcNow().ToUnixTimeSeconds() - timestamp;
        return Math.Abs(age) > _tolerance.TotalSeconds
            ? Refuse(RefusalCode.WindowExpired, $"The webhook was signed {age} s ago: more than the {_tolerance.TotalSeconds} s allowed.")
            : StripeEvents.Read(request.Body);
    }

    private static bool TryParse(ReadOnlySpan<char> header, out long timestamp, out List<byte[]> signatures)
    {
        timestamp = 0;
        signatures = [];
        var hasTime = false;
        foreach (var range in header.Split(','))
        {
            var part = header[range].Trim();
            var equals = part.IndexOf('=');
            if (equals < 1)
            {
                return false;
            }

            var value = part[(equals + 1)..];
            switch (part[..equals])
            {
                case "t" when !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out timestamp):
                    return false;
                case "t":
                    hasTime = true;
                    break;
                case "v1" when value.Length == 64 && !value.ContainsAnyExcept(LowerHex):
                    signatures.Add(Convert.FromHexString(value));
                    break;
                default:
                    // Other schemes may come beside v1; they prove nothing here.
                    break;
            }
        }

        return hasTime;
    }

    private bool Matches(long timestamp, ReadOnlySpan<byte> body, List<byte[]> signatures)
    {
        // The body holds personal data: the buffer is cleared before somebody else gets it.
        var buffer = ArrayPool<byte>.Shared.Rent(body.Length + LongestPrefix);
        try
        {
            timestamp.TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture);
            buffer[length++] = (byte)'.';
            body.CopyTo(buffer.AsSpan(length));
            Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
            var found = false;
            foreach (var secret in _secrets)
            {
                HMACSHA256.HashData(secret, buffer.AsSpan(0, length + body.Length), expected);
                foreach (var signature in signatures)
                {
                    found |= CryptographicOperations.FixedTimeEquals(expected, signature);
                }
            }

            return found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static Outcome<PaymentEvent> Refuse(RefusalCode code, string message) => Outcome.Refused<PaymentEvent>(code, message);
}
