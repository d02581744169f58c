namespace Commerce.Carriers.Tariffs;

/// <summary>What is to be known before a price list becomes active.</summary>
public sealed record TariffReview
{
    /// <summary>Gets what is wrong: errors, then warnings; at most 100 of each.</summary>
    public required IReadOnlyList<TariffIssue> Issues { get; init; }

    /// <summary>Gets how many errors there are, those that are not listed included.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>Gets how many warnings there are, those that are not listed included.</summary>
    public required int WarningCount { get; init; }

    /// <summary>Gets the average change of the prices that both lists have, in percent; <see langword="null"/> when there was no list or no common row.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>Gets a value indicating whether someone must approve: prices change by more than 10 % on average.</summary>
    public bool NeedsApproval => ChangePercent is > 10 or < -10;

    /// <summary>Gets a value indicating whether it can become active.</summary>
    public bool IsValid => ErrorCount == 0;
}
