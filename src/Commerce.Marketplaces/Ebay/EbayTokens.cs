using System.Net.Http.Headers;
using System.Text;
using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

/// <summary>Fetches OAuth tokens. Source: eBay OAuth, refresh token and client credentials grants.</summary>
internal static class EbayTokens
{
    private const string ApplicationScope = "https://api.ebay.com/oauth/api_scope";

    private static readonly VendorOperation Refresh = new("refresh-token") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly VendorOperation Application = new("application-token") { IsAnonymous = true, IsSafeToRepeat = true };

    internal static Task<AccessToken> RefreshAsync(VendorChannel channel, EbayMarketplaceOptions options, CancellationToken cancellationToken) => FetchAsync(
        channel,
        options,
        Refresh,
        [new("grant_type", "refresh_token"), new("refresh_token", options.RefreshToken), new("scope", options.Scopes)],
        cancellationToken);

    internal static Task<AccessToken> ApplicationAsync(VendorChannel channel, EbayMarketplaceOptions options, CancellationToken cancellationToken) =>
        FetchAsync(channel, options, Application, [new("grant_type", "client_credentials"), new("scope", ApplicationScope)], cancellationToken);

    private static async Task<AccessToken> FetchAsync(
        VendorChannel channel,
        EbayMarketplaceOptions options,
        VendorOperation operation,
        IEnumerable<KeyValuePair<string, string>> form,
        CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "identity/v1/oauth2/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // Nothing but credentials is in this request: invalid_grant means that the seller must consent anew.
            throw answer.Failure(answer.Status is 400 or 403 ? CommerceErrorKind.Unauthorized : null);
        }

        var token = answer.ReadJson(EbayJson.Default.EbayAccessToken);
        return token is { Token: { Length: > 0 } text, ExpiresIn: > 0 and { } seconds }
            ? new AccessToken(text, TimeSpan.FromSeconds(seconds))
            : throw answer.Malformed("access_token or expires_in is missing");
    }
}
