namespace Commerce.Agents.Domain.Pricing;

/// <summary>What promotions ask beside the cart.</summary>
public sealed record PromotionFacts
{
    /// <summary>Gets the moment for which is asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the buyer.</summary>
    public Buyer Buyer { get; init; } = new();

    /// <summary>Gets how often this buyer used promotions, by code in capitals; one that is missing was not used.</summary>
    public IReadOnlyDictionary<string, int> Uses { get; init; } = new Dictionary<string, int>();
}
