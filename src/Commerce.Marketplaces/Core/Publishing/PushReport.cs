namespace Commerce.Marketplaces.Publishing;

/// <summary>What one run did for one account.</summary>
public sealed record PushReport
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets how many values the account took.</summary>
    public int Pushed { get; init; }

    /// <summary>Gets the offers that were refused, or are held by a limit of their own, and why.</summary>
    public IReadOnlyList<ItemOutcome<OfferKey>> Refused { get; init; } = [];

    /// <summary>Gets a value indicating whether the marketplace works on a batch.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Gets the pushes that are held.</summary>
    public IReadOnlyList<PushHold> Holds { get; init; } = [];

    /// <summary>Gets why the account failed technically; absent when it did not. What was not pushed stays pending.</summary>
    public AccountFailure? Failure { get; init; }
}
