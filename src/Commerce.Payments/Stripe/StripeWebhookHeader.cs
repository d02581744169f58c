using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Payments.Stripe;

/// <summary>Makes the header <c>Stripe-Signature</c> as Stripe does, for tests of webhooks.</summary>
/// <remarks>Source: Stripe documentation, Webhook signatures.</remarks>
public static class StripeWebhookHeader
{
    /// <summary>Signs a body.</summary>
    /// <param name="body">The raw bytes.</param>
    /// <param name="at">The time that is signed; whole seconds count.</param>
    /// <param name="secrets">The secrets, <c>whsec_…</c>: several while one is being rolled, at least one.</param>
    /// <returns>The header's value: <c>t=1785340800,v1=8e4e…</c>.</returns>
    public static string Make(ReadOnlySpan<byte> body, DateTimeOffset at, params ReadOnlySpan<string> secrets)
    {
        if (secrets.IsEmpty)
        {
            throw new ArgumentException("secrets is empty: give the endpoint's secret, whsec_….", nameof(secrets));
        }

        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var header = new StringBuilder("t=").Append(time);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time), (byte)'.', .. body];
        foreach (var secret in secrets)
        {
            ArgumentException.ThrowIfNullOrEmpty(secret, nameof(secrets));
            header.Append(",v1=").Append(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
        }

        return header.ToString();
    }
}
