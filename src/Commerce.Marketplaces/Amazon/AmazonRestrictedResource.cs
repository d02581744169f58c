namespace Commerce.Marketplaces.Amazon;

/// <summary>Personal data that a restricted token opens.</summary>
/// <param name="Method">The method, such as <c>GET</c>.</param>
/// <param name="Path">The path, such as <c>/reports/2021-06-30/documents/{reportDocumentId}</c>.</param>
public sealed record AmazonRestrictedResource(string Method, string Path)
{
    /// <summary>Gets the parts, such as <c>buyerInfo</c> or <c>shippingAddress</c>; empty where the path has no parts.</summary>
    public IReadOnlyList<string> DataElements { get; init; } = [];
}
