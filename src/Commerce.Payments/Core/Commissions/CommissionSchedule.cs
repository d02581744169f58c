namespace Commerce.Payments.Commissions;

/// <summary>
/// The commissions of a platform or marketplace. A subcategory's rate wins over its category's, that over the merchant's volume rate, that over
/// the default.
/// </summary>
public sealed record CommissionSchedule
{
    /// <summary>Gets the rate where nothing else holds.</summary>
    public required CommissionRate Default { get; init; }

    /// <summary>Gets the rate of merchants who declared more than <see cref="VolumeAbove"/> orders a month; none when not given.</summary>
    public CommissionRate? Volume { get; init; }

    /// <summary>Gets the declared orders a month above which <see cref="Volume"/> holds.</summary>
    /// <value>The default is 1 000.</value>
    public int VolumeAbove { get; init; } = 1_000;

    /// <summary>
    /// Gets the rates by category (<c>Computers</c>) or category and subcategory (<c>Computers/Laptops</c>), with capitals or without; several for
    /// one when they hold at different times.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, CommissionRate>> Categories { get; init; } = [];

    /// <summary>Gets the fee on each transaction, as a fraction of what was captured for the line, shipping left out; 0 to 1.</summary>
    public decimal TransactionFeeRate { get; init => field = CommissionRate.Fraction(value, nameof(TransactionFeeRate)); }

    /// <summary>Gets the fixed fee for each order, spread over its lines by their goods.</summary>
    public Money? OrderFee { get; init; }

    /// <summary>Gets the fee for each listing and month.</summary>
    public Money? ListingFee { get; init; }

    /// <summary>Gets the tax that the platform adds to its commission and fees, as a fraction; 0 to 1.</summary>
    public decimal TaxRate { get; init => field = CommissionRate.Fraction(value, nameof(TaxRate)); }

    /// <summary>Gets a value indicating whether transaction and order fees are given back with a refund, as commission is.</summary>
    /// <value>The default is false.</value>
    public bool ReturnsFees { get; init; }

    /// <summary>Gets the sample schedule of a marketplace in France: 15 %, by category 12 to 20 %, 12 % for large merchants, 2.5 % a transaction, 0.35 EUR a listing.</summary>
    public static CommissionSchedule Sample { get; } = new()
    {
        Default = new CommissionRate { Rate = 0.15m },
        Volume = new CommissionRate { Rate = 0.12m },
        Categories =
        [
            new("Electronics", new() { Rate = 0.15m }),
            new("Computers", new() { Rate = 0.12m }),
            new("Smartphones", new() { Rate = 0.15m }),
            new("Tablets", new() { Rate = 0.15m }),
            new("Accessories", new() { Rate = 0.20m }),
            new("Home & Garden", new() { Rate = 0.15m }),
            new("Fashion", new() { Rate = 0.18m }),
            new("Books", new() { Rate = 0.15m }),
            new("Sports", new() { Rate = 0.15m }),
            new("Toys", new() { Rate = 0.15m }),
        ],
        TransactionFeeRate = 0.025m,
        ListingFee = Money.Eur(0.35m),
    };

    /// <summary>Finds the rate of a line.</summary>
    /// <param name="category">The category, if known.</param>
    /// <param name="subcategory">The subcategory, if known.</param>
    /// <param name="monthlyOrders">The orders a month that the merchant declared.</param>
    /// <param name="day">The day of the sale, in UTC.</param>
    /// <returns>The rate.</returns>
    public CommissionRate RateOf(string? category, string? subcategory, int monthlyOrders, DateOnly day) =>
        Find(subcategory is null ? null : $"{category}/{subcategory}", day)
        ?? Find(category, day)
        ?? (monthlyOrders > VolumeAbove && Volume?.HoldsOn(day) == true ? Volume : Default);

    private CommissionRate? Find(string? name, DateOnly day) => name is null ? null : Categories.FirstOrDefault(
        rate => rate.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && rate.Value.HoldsOn(day)).Value;
}
