namespace Commerce;

/// <summary>What became of one item of a batch. One bad item never hides the others.</summary>
/// <typeparam name="TKey">What names the item.</typeparam>
/// <param name="Key">The item.</param>
/// <param name="Refusal">Why it was not done; <see langword="null"/> when it was.</param>
public sealed record ItemOutcome<TKey>(TKey Key, Refusal? Refusal = null)
{
    /// <summary>Gets a value indicating whether the item was done.</summary>
    public bool IsSuccess => Refusal is null;
}
