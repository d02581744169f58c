using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

/// <summary>Fetches OAuth tokens. Source: UPS OAuth Client Credentials API v1.</summary>
internal static class UpsTokens
{
    private static readonly VendorOperation Token = new("token") { IsAnonymous = true, IsSafeToRepeat = true };

    internal static async Task<AccessToken> FetchAsync(VendorChannel channel, UpsCarrierOptions options, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "security/v1/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        request.Headers.TryAddWithoutValidation("x-merchant-id", options.AccountNumber);

        var answer = await channel.SendAsync(request, Token, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // A wrong secret may come as 400 or 401; nothing but the credentials is in this request.
            throw answer.Failure(answer.Status is 400 or 403 ? CommerceErrorKind.Unauthorized : null);
        }

        var token = answer.ReadJson(UpsJson.Default.UpsToken);
        return !string.IsNullOrEmpty(token.access_token)
            && int.TryParse(token.expires_in, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
                ? new AccessToken(token.access_token, TimeSpan.FromSeconds(seconds))
                : throw answer.Malformed("the token or its life time is missing");
    }
}
