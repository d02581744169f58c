namespace Commerce.Marketplaces.Ebay;

/// <summary>A key that signs requests: lives three years. <see cref="ToString"/> shows its id only.</summary>
public sealed record EbaySigningKey
{
    /// <summary>Gets eBay's key of it.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what goes into <see cref="EbayMarketplaceOptions.SigningKeyJwe"/>.</summary>
    public required string Jwe { get; init; }

    /// <summary>Gets what goes into <see cref="EbayMarketplaceOptions.SigningPrivateKey"/>. Secret; eBay tells it once.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>Gets until when it may be used.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", ExpiresAt = ").Append(ExpiresAt);
        return true;
    }
}
