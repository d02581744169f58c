namespace Commerce.Marketplaces.BackMarket;

/// <summary>What is wrong with something that came back.</summary>
/// <param name="Value">Back Market's word.</param>
public readonly record struct BackMarketProblem(string Value)
{
    /// <summary>Gets: it is locked to an account.</summary>
    public static BackMarketProblem AccountLocked { get; } = new("ACCOUNT_LOCKED");

    /// <summary>Gets: it is locked by a code.</summary>
    public static BackMarketProblem CodeLocked { get; } = new("CODE_LOCKED");

    /// <summary>Gets: the parcel is damaged. Needs a file.</summary>
    public static BackMarketProblem DamagedPackage { get; } = new("DAMAGED_PACKAGE");

    /// <summary>Gets: nothing came. Needs a file.</summary>
    public static BackMarketProblem ItemNotReceived { get; } = new("ITEM_NOT_RECEIVED");

    /// <summary>Gets: a part is missing.</summary>
    public static BackMarketProblem MissingPart { get; } = new("MISSING_PART");

    /// <summary>Gets: the warranty does not cover it. Needs a file.</summary>
    public static BackMarketProblem OutOfWarranty { get; } = new("OOW_ITEM");

    /// <summary>Gets: no fault was found.</summary>
    public static BackMarketProblem NotIdentified { get; } = new("PROBLEM_NOT_IDENTIFIED");

    /// <summary>Gets: it is another item.</summary>
    public static BackMarketProblem WrongItem { get; } = new("WRONG_ITEM");

    /// <summary>Gets: something else.</summary>
    public static BackMarketProblem Other { get; } = new("OTHER");

    internal bool NeedsAttachment => this == DamagedPackage || this == ItemNotReceived || this == OutOfWarranty;

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
