using System.Collections.Concurrent;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Signs requests with a token of Login with Amazon: the seller's own, or one of a scope for what needs no seller. Source: SP-API, connecting.</summary>
internal sealed class AmazonAuthenticator(VendorChannel channel, AmazonMarketplaceOptions options) : IRequestAuthenticator
{
    internal const string Header = "x-amz-access-token";

    /// <summary>The scope of destinations, subscriptions by id and test notifications.</summary>
    internal const string Notifications = "sellingpartnerapi::notifications";

    /// <summary>The scope of changing the application's secret.</summary>
    internal const string SecretRotation = "sellingpartnerapi::client_credential:rotation";

    private static readonly HttpRequestOptionsKey<string> ScopeKey = new("Commerce.Marketplaces.Amazon.Scope");
    private static readonly HttpRequestOptionsKey<string> RefusedKey = new("Commerce.Marketplaces.Amazon.Refused");
    private static readonly HttpRequestOptionsKey<string> RestrictedKey = new("Commerce.Marketplaces.Amazon.Restricted");
    private static readonly VendorOperation Token = new("token") { IsAnonymous = true, IsSafeToRepeat = true };

    private readonly ConcurrentDictionary<string, TokenCache> _tokens = new(StringComparer.Ordinal);

    public async ValueTask<bool> SignAsync(HttpRequestMessage request, bool forceRefresh, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(RestrictedKey, out var restricted))
        {
            Set(request, restricted);
            return false;
        }

        var scope = request.Options.TryGetValue(ScopeKey, out var asked) ? asked : "";
        var tokens = _tokens.GetOrAdd(
            scope, static (key, self) => new TokenCache(stop => self.FetchAsync(key, stop), self.Clock), this);
        var refused = forceRefresh ? Used(request) : request.Options.TryGetValue(RefusedKey, out var known) ? known : null;
        Set(request, await tokens.GetAsync(refused, cancellationToken).ConfigureAwait(false));
        return true;
    }

    /// <summary>Lets a request go without a seller.</summary>
    internal static void UseScope(HttpRequestMessage request, string scope) => request.Options.Set(ScopeKey, scope);

    /// <summary>Lets a request go with a token for personal data.</summary>
    internal static void UseRestricted(HttpRequestMessage request, string token) => request.Options.Set(RestrictedKey, token);

    /// <summary>Keeps a token from being used again.</summary>
    internal static void Refuse(HttpRequestMessage request, string? token)
    {
        if (token is not null)
        {
            request.Options.Set(RefusedKey, token);
        }
    }

    /// <summary>Tells the token that a request went with.</summary>
    internal static string? Used(HttpRequestMessage request) =>
        request.Headers.TryGetValues(Header, out var values) ? values.FirstOrDefault() : null;

    private TimeProvider Clock => channel.Clock;

    private static void Set(HttpRequestMessage request, string token)
    {
        request.Headers.Remove(Header);
        request.Headers.TryAddWithoutValidation(Header, token);
    }

    private async Task<AccessToken> FetchAsync(string scope, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.TokenAddress)
        {
            Content = new FormUrlEncodedContent(
            [
                .. scope.Length == 0
                    ? (KeyValuePair<string, string>[])[new("grant_type", "refresh_token"), new("refresh_token", options.RefreshToken)]
                    : [new("grant_type", "client_credentials"), new("scope", scope)],
                new("client_id", options.ClientId),
                new("client_secret", options.ClientSecret),
            ]),
        };
        var answer = await channel.SendAsync(request, Token, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // Nothing but credentials is in this request.
            throw answer.Failure(answer.Status is 400 or 401 or 403 ? CommerceErrorKind.Unauthorized : null);
        }

        var token = answer.ReadJson(AmazonJson.Default.AmazonToken);
        return !string.IsNullOrEmpty(token.AccessToken) && token.ExpiresIn > 0
            ? new AccessToken(token.AccessToken, TimeSpan.FromSeconds(token.ExpiresIn.Value))
            : throw answer.Malformed("the token (access_token) or its life time (expires_in) is missing");
    }
}
