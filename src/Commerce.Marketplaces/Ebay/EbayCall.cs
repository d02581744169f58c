namespace Commerce.Marketplaces.Ebay;

/// <summary>What a request tells the authenticator: which token, whether it is signed, which token was refused before.</summary>
internal static class EbayCall
{
    private static readonly HttpRequestOptionsKey<EbayToken> Token = new("Commerce.Ebay.Token");
    private static readonly HttpRequestOptionsKey<bool> Signature = new("Commerce.Ebay.Signature");
    private static readonly HttpRequestOptionsKey<string> Refused = new("Commerce.Ebay.Refused");

    internal static HttpRequestMessage With(this HttpRequestMessage request, EbayToken token, bool isSigned = false)
    {
        request.Options.Set(Token, token);
        request.Options.Set(Signature, isSigned);
        return request;
    }

    internal static HttpRequestMessage After(this HttpRequestMessage request, string refusedToken)
    {
        request.Options.Set(Refused, refusedToken);
        return request;
    }

    internal static EbayToken TokenOf(HttpRequestMessage request) => request.Options.TryGetValue(Token, out var token) ? token : EbayToken.User;

    internal static bool IsSigned(HttpRequestMessage request) => request.Options.TryGetValue(Signature, out var isSigned) && isSigned;

    internal static string? RefusedOf(HttpRequestMessage request) => request.Options.TryGetValue(Refused, out var token) ? token : null;
}

internal enum EbayToken
{
    /// <summary>The seller's, as <c>Bearer</c>.</summary>
    User,

    /// <summary>The seller's, as <c>IAF</c>: the Post-Order API knows no other scheme.</summary>
    PostOrder,

    /// <summary>The application's own.</summary>
    Application,
}
