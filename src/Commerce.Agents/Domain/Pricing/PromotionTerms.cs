namespace Commerce.Agents.Domain.Pricing;

/// <summary>What a promotion gives, and to whom.</summary>
public sealed record PromotionTerms
{
    /// <summary>Gets the code: 4 to 32 letters, digits and <c>-</c>, in any case. Nobody types that of an automatic promotion; it is its name.</summary>
    public required string Code { get; init; }

    /// <summary>Gets what it gives.</summary>
    public required PromotionType Type { get; init; }

    /// <summary>Gets a value indicating whether it applies by itself, without a code.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Gets a value indicating whether the code is for one use; then it is unguessable: see <see cref="IPromotionCodeGenerator"/>.</summary>
    public bool IsSingleUse { get; init; }

    /// <summary>Gets a value indicating whether it combines with others that are stackable.</summary>
    public bool IsStackable { get; init; }

    /// <summary>
    /// Gets the share that is taken off, above 0 to 1: of the goods of a percentage (<see cref="PromotionOptions.DefaultRate"/> when not given), of
    /// the units that <see cref="PromotionType.Bogo"/> gives (1, so free, when not given).
    /// </summary>
    public decimal? Rate { get; init; }

    /// <summary>Gets the amount of <see cref="PromotionType.FixedAmount"/> (above 0), or the set price of a <see cref="PromotionType.Bundle"/> (0 or more).</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the most that it takes off one order; above 0.</summary>
    public Money? MaxDiscount { get; init; }

    /// <summary>Gets how many units <see cref="PromotionType.Bogo"/> asks to buy: 1 to 100.</summary>
    /// <value>The default is 1.</value>
    public int BuyQuantity { get; init; } = 1;

    /// <summary>Gets how many units <see cref="PromotionType.Bogo"/> gives: 1 to 100.</summary>
    /// <value>The default is 1.</value>
    public int GetQuantity { get; init; } = 1;

    /// <summary>Gets the parts of a <see cref="PromotionType.Bundle"/> with their quantities, each 1 to 999; two units or more in all.</summary>
    public IReadOnlyDictionary<Sku, int> Parts { get; init; } = new Dictionary<Sku, int>();

    /// <summary>Gets when it starts; when it is activated, if not given.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Gets when it ends, the first moment at which it is over; <see cref="PromotionOptions.DefaultDuration"/> after its start when not given.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Gets the least value of all goods before discounts; above 0.</summary>
    public Money? MinimumPurchase { get; init; }

    /// <summary>Gets how often it may be used in all; 0 for any number.</summary>
    public int TotalLimit { get; init; }

    /// <summary>Gets how often one customer may use it; 0 for any number.</summary>
    /// <value>The default is 1.</value>
    public int CustomerLimit { get; init; } = 1;

    /// <summary>Gets the products it is for; with <see cref="Categories"/>, all when both are empty.</summary>
    public IReadOnlyList<Sku> Skus { get; init; } = [];

    /// <summary>Gets the categories it is for; with <see cref="Skus"/>, all when both are empty.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Gets the products it is never for.</summary>
    public IReadOnlyList<Sku> ExcludedSkus { get; init; } = [];

    /// <summary>Gets the categories it is never for.</summary>
    public IReadOnlyList<string> ExcludedCategories { get; init; } = [];

    /// <summary>Gets the segments it is for, one of them is enough; all customers when empty.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Gets the tiers it is for; all when empty.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Gets a value indicating whether it is for a customer's first order only.</summary>
    public bool IsFirstOrderOnly { get; init; }

    /// <summary>Gets the channels it is for: <c>shop</c>, a marketplace account; all when empty.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}
