namespace Commerce.Marketplaces;

/// <summary>What the seller decides of a return.</summary>
public sealed record ReturnDecision
{
    /// <summary>Gets the return.</summary>
    public required MarketplaceReturnId ReturnId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the decision.</summary>
    public required ReturnVerdict Verdict { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the reason of a refusal, in the marketplace's code.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the amount that goes back, above zero, for a verdict that pays.</summary>
    public Money? Amount { get; init => field = value is null ? null : Guard.Positive(value.Value); }

    /// <summary>Gets the seller's number of the return; at most 100 characters.</summary>
    public string? RmaNumber { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets a note for the buyer or the marketplace; at most 1 000 characters.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value, 1000); }

    /// <summary>Gets the lines that it is about; empty for everything in the return.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
