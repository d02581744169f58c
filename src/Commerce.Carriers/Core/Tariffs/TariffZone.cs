namespace Commerce.Carriers.Tariffs;

/// <summary>A zone of a price list: some countries, or some postal codes of one country. A postal zone wins over a country, a country over a zone of countries.</summary>
public sealed record TariffZone
{
    /// <summary>Gets the name, as rows and surcharges say it; matched without case.</summary>
    public required string Name { get; init => field = TariffGuard.Text(value, nameof(Name)); }

    /// <summary>Gets the countries: at least one; exactly one when there are postal prefixes.</summary>
    public required IReadOnlyList<CountryCode> Countries
    {
        get;
        init => field = value is { Count: > 0 }
            ? value
            : throw new ArgumentException("Countries is empty: a zone has at least one country.", nameof(Countries));
    }

    /// <summary>Gets the first characters of the postal codes, such as <c>20</c> for Corsica; empty for whole countries.</summary>
    public IReadOnlyList<string> PostalPrefixes { get; init => field = value ?? throw new ArgumentNullException(nameof(PostalPrefixes)); } = [];

    internal bool IsPostal => PostalPrefixes.Count > 0;

    internal bool Holds(Address address)
    {
        if (!Countries.Contains(address.Country))
        {
            return false;
        }

        if (!IsPostal)
        {
            return true;
        }

        var postcode = address.PostalCode.Replace(" ", "", StringComparison.Ordinal);
        return PostalPrefixes.Any(prefix => postcode.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
