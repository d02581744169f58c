namespace Commerce.Marketplaces.Amazon;

/// <summary>A store where the seller may sell.</summary>
public sealed record AmazonStore
{
    /// <summary>Gets the key, such as <c>A13V1IB3VIYZZH</c>.</summary>
    public required string MarketplaceId { get; init; }

    /// <summary>Gets the name, such as <c>Amazon.fr</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the country in two letters, as Amazon writes it.</summary>
    public required string CountryCode { get; init; }

    /// <summary>Gets the currency, when Amazon names one.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets the language, such as <c>fr_FR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the domain, such as <c>www.amazon.fr</c>.</summary>
    public string? Domain { get; init; }

    /// <summary>Gets the name that the seller has there.</summary>
    public string? StoreName { get; init; }

    /// <summary>Gets a value indicating whether the seller sells there.</summary>
    public bool IsParticipating { get; init; }

    /// <summary>Gets a value indicating whether Amazon holds listings of the seller back.</summary>
    public bool HasSuspendedListings { get; init; }
}
