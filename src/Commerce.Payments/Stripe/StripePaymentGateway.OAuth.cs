using System.Text.Json;
using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Sellers who have a Stripe account already. OAuth has a host and an error body of its own. Source: Stripe documentation, OAuth reference.</summary>
internal sealed partial class StripePaymentGateway
{
    // A code works once: repeating a lost call would only find it used up.
    private static readonly VendorOperation Connect = new("connect-account");
    private static readonly VendorOperation Disconnect = new("disconnect-account");

    public Task<Outcome<StripeConnection>> ConnectAsync(Secret code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return WithoutBodyAsync(OAuthAsync(
            "oauth/token", Connect, new StripeForm().Add("grant_type", "authorization_code").Add("code", code.Reveal()), "invalid_grant",
            new Refusal(RefusalCode.WindowExpired, "stripe refused: the code was used, is too old, or was made for another key."), cancellationToken));
    }

    public Task<Outcome<StripeConnection>> DisconnectAsync(string clientId, ConnectedAccountId accountId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        return WithoutBodyAsync(OAuthAsync(
            "oauth/deauthorize", Disconnect, new StripeForm().Add("client_id", clientId).Add("stripe_user_id", accountId.Value), "invalid_client",
            new Refusal(RefusalCode.NotFound, "stripe refused: the account is not connected to this client."), cancellationToken));
    }

    private async Task<Outcome<StripeConnection>> OAuthAsync(
        string path, VendorOperation operation, StripeForm form, string expectedNo, Refusal refusal, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.OAuthHost(), path)) { Content = form.ToContent() };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", FreshKey().Value);
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        return answer.Status is 400 or 401 && OAuthError(answer) == expectedNo
            ? Outcome.Refused<StripeConnection>(refusal with { VendorCode = expectedNo, RequestId = answer.RequestId })
            : Outcome.Of(Read(answer, StripeConnectJson.Default.StripeOAuthAnswer, static (wire, requestId) =>
                new StripeConnection(new ConnectedAccountId(StripeMapping.Needed(wire.StripeUserId, "stripe_user_id"))) { RequestId = requestId }));
    }

    private static string? OAuthError(VendorAnswer answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, StripeConnectJson.Default.StripeOAuthAnswer)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
