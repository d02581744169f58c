using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

/// <summary>
/// Answers eBay's challenge, checks <c>X-EBAY-SIGNATURE</c> over the raw bytes and reads the notification. Source: eBay, Notification API and its
/// event notification SDK: ECDSA P-256 with SHA-1, the key by its id from eBay.
/// </summary>
internal sealed class EbayWebhooks(VendorChannel channel, EbayMarketplaceOptions options) : IWebhookVerifier<MarketplaceNotification>, IWebhookChallenge
{
    private const int MaxKeys = 100;
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(1);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly VendorOperation PublicKey = new("public-key") { Limit = EbayOperations.PublicKeys };

    // A key that eBay does not know is kept as null, so that it is not asked for at every call.
    private readonly ConcurrentDictionary<string, (byte[]? Key, DateTimeOffset At)> _keys = new(StringComparer.Ordinal);

    public WebhookAnswer? Answer(WebhookRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Method != "GET" || request.Query("challenge_code") is not { Length: > 0 } code
            || options is not { VerificationToken: { Length: > 0 } token, NotificationEndpoint: { Length: > 0 } endpoint })
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code + token + endpoint)));
        return new WebhookAnswer { Body = JsonSerializer.SerializeToUtf8Bytes(new EbayChallengeAnswer(hash), EbayJson.Default.EbayChallengeAnswer) };
    }

    public async ValueTask<Outcome<MarketplaceNotification>> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Header("X-EBAY-SIGNATURE") is not { Length: > 0 } header)
        {
            return Refuse(RefusalCode.Forbidden, "The header X-EBAY-SIGNATURE is missing.");
        }

        if (!TryParse(header, out var kid, out var signature))
        {
            return Refuse(RefusalCode.Forbidden, "The header X-EBAY-SIGNATURE is malformed.");
        }

        if (await KeyAsync(kid, cancellationToken).ConfigureAwait(false) is not { } key)
        {
            return Refuse(RefusalCode.Forbidden, "The key of the signature is not known to eBay.");
        }

        return Matches(key, request.Body.Span, signature)
            ? Read(request.Body)
            : Refuse(RefusalCode.Forbidden, "The signature does not match the body.");
    }

    private static bool TryParse(string header, out string kid, out byte[] signature)
    {
        (kid, signature) = ("", []);
        try
        {
            var parsed = JsonSerializer.Deserialize(Convert.FromBase64String(header), EbayJson.Default.EbaySignatureHeader);
            if (parsed is not { Kid: { Length: > 0 and <= 100 } id, Signature: { Length: > 0 } text }
                || !string.Equals(parsed.Alg, "ecdsa", StringComparison.OrdinalIgnoreCase)
                || !string.Equals(parsed.Digest, "SHA1", StringComparison.OrdinalIgnoreCase)
                || !id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                return false;
            }

            (kid, signature) = (id, Convert.FromBase64String(text));
            return true;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return false;
        }
    }

    private static bool Matches(byte[] key, ReadOnlySpan<byte> body, byte[] signature)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key, out _);
        return ecdsa.VerifyData(body, signature, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[] Decode(string pem)
    {
        // eBay writes the PEM on one line.
        var key = Convert.FromBase64String(pem
            .Replace("-----BEGIN PUBLIC KEY-----", "", StringComparison.Ordinal)
            .Replace("-----END PUBLIC KEY-----", "", StringComparison.Ordinal)
            .Replace("\\n", "", StringComparison.Ordinal));
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key, out _);
        return ecdsa.KeySize == 256 ? key : throw new FormatException("The key is not of P-256.");
    }

    private static Outcome<MarketplaceNotification> Refuse(RefusalCode code, string message) => Outcome.Refused<MarketplaceNotification>(code, message);

    private async Task<byte[]?> KeyAsync(string kid, CancellationToken cancellationToken)
    {
        var now = channel.Clock.GetUtcNow();
        if (_keys.TryGetValue(kid, out var kept) && now - kept.At < KeyLifetime)
        {
            return kept.Key;
        }

        var request = new HttpRequestMessage(HttpMethod.Get, $"commerce/notification/v1/public_key/{kid}").With(EbayToken.Application);
        var answer = await channel.SendAsync(request, PublicKey, cancellationToken).ConfigureAwait(false);
        byte[]? key = null;
        if (answer.IsSuccess)
        {
            var told = answer.ReadJson(EbayJson.Default.EbayPublicKey);
            try
            {
                key = told is { Key: { Length: > 0 } pem, Algorithm: "ECDSA", Digest: "SHA1" } ? Decode(pem) : throw new FormatException("key");
            }
            catch (Exception exception) when (exception is FormatException or CryptographicException)
            {
                throw answer.Malformed("key is no public key for ECDSA P-256 with SHA-1", exception);
            }
        }
        else if (answer.Status is not (400 or 404))
        {
            throw answer.Failure();
        }

        if (_keys.Count >= MaxKeys)
        {
            _keys.Clear();
        }

        _keys[kid] = (key, now);
        return key;
    }

    private Outcome<MarketplaceNotification> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var text = StrictUtf8.GetString(body.Span);
            var parsed = JsonSerializer.Deserialize(body.Span, EbayJson.Default.EbayPushed);
            if (parsed is not { Metadata.Topic: { Length: > 0 } topic, Notification: { NotificationId: { Length: > 0 } id, PublishDate: { } published } notification })
            {
                return Refuse(RefusalCode.Validation, "The body is genuine and misses metadata.topic, notification.notificationId or notification.publishDate.");
            }

            // The signature has no time of its own; the date of publication is signed with the body.
            var age = channel.Clock.GetUtcNow() - published;
            if (age.Duration() > options.NotificationTolerance)
            {
                return Refuse(RefusalCode.WindowExpired, $"The notification was published {age.TotalSeconds:0} s ago: more than the {options.NotificationTolerance.TotalSeconds:0} s allowed.");
            }

            return Outcome.Of(new MarketplaceNotification
            {
                Id = id,
                Type = topic,
                At = notification.EventDate ?? published,
                OrderId = Member(notification.Data, "orderId") is { } order ? new MarketplaceOrderId(order) : null,
                BuyerId = Member(notification.Data, "userId") ?? Member(notification.Data, "username"),
                Raw = text,
            });
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException)
        {
            return Refuse(RefusalCode.Validation, "The body is genuine and cannot be read as a notification.");
        }

        static string? Member(JsonElement? data, string name) =>
            data is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;
    }
}
