using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Fetches OAuth tokens. Source: FedEx Authorization API v1.</summary>
internal static class FedExTokens
{
    private static readonly VendorOperation Token = new("token") { IsAnonymous = true, IsSafeToRepeat = true };

    internal static async Task<AccessToken> FetchAsync(
        VendorChannel channel, FedExCarrierOptions options, string id, string secret, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form =
            [new("grant_type", options.GrantType), new("client_id", id), new("client_secret", secret)];
        if (options.GrantType != "client_credentials")
        {
            form.Add(new("child_Key", options.ChildKey!));
            form.Add(new("child_secret", options.ChildSecret!));
        }

        var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token") { Content = new FormUrlEncodedContent(form) };
        var answer = await channel.SendAsync(request, Token, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // Nothing but the credentials is in this request. A 403 is FedEx's block of an address that asks too often.
            throw answer.Failure(answer.Status is 400 or 422 ? CommerceErrorKind.Unauthorized : null);
        }

        var token = answer.ReadJson(FedExJson.Default.FedExToken);
        return token is { access_token: { Length: > 0 } text, expires_in: > 0 }
            ? new AccessToken(text, TimeSpan.FromSeconds(token.expires_in))
            : throw answer.Malformed("the token or its life time is missing");
    }
}
