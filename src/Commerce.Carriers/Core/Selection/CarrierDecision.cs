namespace Commerce.Carriers;

/// <summary>A choice, with everything that explains it.</summary>
public sealed record CarrierDecision
{
    /// <summary>Gets the quote that was chosen.</summary>
    public required ScoredQuote Winner { get; init; }

    /// <summary>Gets the next best, best first.</summary>
    public required IReadOnlyList<ScoredQuote> Alternatives { get; init; }

    /// <summary>Gets the quotes that did not pass a filter.</summary>
    public required IReadOnlyList<RejectedQuote> Rejected { get; init; }

    /// <summary>Gets the reason, ready for people.</summary>
    public string Reason => Winner.Reason;
}
