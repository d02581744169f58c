using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>The bodies of an offer package, as they are sent and as they are shown.</summary>
internal static class CdiscountPackages
{
    internal const string Upsert = "Upsert";
    internal const string Update = "Update";
    internal const string Delete = "Delete";

    /// <summary>How many requests one call takes.</summary>
    internal const int MaxRequests = 100;

    internal static CdiscountPackageState Ready { get; } = new("Ready");

    internal static IReadOnlyList<string> Bodies(string type, IReadOnlyList<CdiscountOfferRequest> requests) =>
    [
        JsonSerializer.Serialize(new CdiscountPackageType(type), CdiscountJson.Default.CdiscountPackageType),
        .. requests.Chunk(MaxRequests).Select(static part => JsonSerializer.Serialize(part, CdiscountJson.Default.IReadOnlyListCdiscountOfferRequest)),
        JsonSerializer.Serialize(Ready, CdiscountJson.Default.CdiscountPackageState),
    ];

    /// <summary>Reads a package's number: the last part of <c>Content-Location</c>, which is spelled in two ways.</summary>
    internal static string IdOf(VendorAnswer answer)
    {
        var location = answer.ContentHeaders.ContentLocation?.OriginalString ?? answer.Headers.Location?.OriginalString;
        var id = location?.Split('?')[0].TrimEnd('/').Split('/')[^1];
        return string.IsNullOrEmpty(id) ? throw answer.Malformed("Content-Location is missing, which names the package") : Uri.UnescapeDataString(id);
    }
}
