using Commerce.Http;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Reads the address of the next page from the <c>Link</c> header.</summary>
internal static class CdiscountLink
{
    /// <summary>Gives the query of the next page as the vendor spells it, with its question mark; the host is never followed.</summary>
    internal static string? Next(VendorAnswer answer)
    {
        if (!answer.Headers.TryGetValues("Link", out var values))
        {
            return null;
        }

        foreach (var link in string.Join(',', values).Split('<', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = link.IndexOf('>', StringComparison.Ordinal);
            if (end < 0 || !link[end..].Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase) && !link[end..].Contains("rel=next", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var query = link.IndexOf('?', StringComparison.Ordinal);
            return query >= 0 && query < end ? link[query..end] : throw answer.Malformed("the link to the next page has no query");
        }

        return null;
    }
}
