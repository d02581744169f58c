namespace Commerce.Marketplaces;

/// <summary>What the seller decides of a return.</summary>
public sealed record ReturnDecision
{
    /// <summary>Gets the return.</summary>
    public required MarketplaceReturnId ReturnId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the decision.</summary>
    public required ReturnVerdict Verdict { get; init; }

    /// <summary>Gets the reason of a refusal, in the marketplace's code.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 100); }
}
