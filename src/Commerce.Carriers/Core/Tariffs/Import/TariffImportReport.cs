namespace Commerce.Carriers.Tariffs;

/// <summary>What an import found, and whether it became active.</summary>
public sealed record TariffImportReport
{
    /// <summary>Gets how many prices the file has: rows, or filled cells of bands.</summary>
    public required int PricesRead { get; init; }

    /// <summary>Gets how many of them can be taken.</summary>
    public required int PricesAccepted { get; init; }

    /// <summary>Gets what cannot be taken; at most 100. With any error nothing becomes active.</summary>
    public required IReadOnlyList<TariffImportError> Errors { get; init; }

    /// <summary>Gets how many errors there are, those that are not listed included.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>Gets the price list, when there is no error.</summary>
    public Tariff? Tariff { get; init; }

    /// <summary>Gets its review: overlaps, gaps, the change of prices.</summary>
    public TariffReview? Review { get; init; }

    /// <summary>Gets the version that became active; <see langword="null"/> after a dry run, or when something forbids it.</summary>
    public TariffVersion? Activated { get; init; }

    /// <summary>Gets why it did not become active, though its rows can be read.</summary>
    public Refusal? Refusal { get; init; }
}
