namespace Commerce.Marketplaces;

/// <summary>What to pay back.</summary>
public sealed record RefundOrderRequest
{
    /// <summary>Gets the caller's name of this refund.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why.</summary>
    public required RefundReason Reason { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the reason in the marketplace's own code, where its operator defines codes.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the lines, at most 100; empty when <see cref="Amount"/> or <see cref="ReturnId"/> tells what to pay back.</summary>
    public IReadOnlyList<LineAmount> Lines
    {
        get;
        init => field = Guard.NoNulls(value).Count <= 100
            ? value
            : throw new ArgumentException($"Lines has {value.Count} entries: at most 100.", nameof(Lines));
    } = [];

    /// <summary>Gets the amount for the order as a whole, above zero, when it belongs to no line; not together with <see cref="Lines"/>.</summary>
    public Money? Amount { get; init => field = value is null ? null : Guard.Positive(value.Value); }

    /// <summary>Gets the return that the refund settles; alone, it stands for everything that came back.</summary>
    public MarketplaceReturnId? ReturnId { get; init => field = value is null ? null : Guard.NotDefault(value.Value); }

    /// <summary>Gets a note for the buyer; at most 500 characters.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value, 500); }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Tells what is missing or contradicts itself; every client asks this before it sends anything.</summary>
    /// <returns>The refusal, or <see langword="null"/> when the request says what to pay back.</returns>
    public Refusal? Check()
    {
        if (Lines.Count == 0 && Amount is null && ReturnId is null)
        {
            return new Refusal(RefusalCode.Validation, "Nothing says what to pay back: give Lines, Amount or ReturnId.") { Field = nameof(Lines) };
        }

        if (Lines.Count > 0 && Amount is not null)
        {
            return new Refusal(RefusalCode.Validation, "Lines and Amount are both given: give the money once.") { Field = nameof(Amount) };
        }

        return Lines.FirstOrDefault(static line => line.Quantity is null && line.Goods is null && line.Shipping is null) is { } empty
            ? new Refusal(RefusalCode.Validation, $"The line {empty.LineId} has neither a quantity nor an amount: give one of them.") { Field = nameof(Lines) }
            : null;
    }
}
