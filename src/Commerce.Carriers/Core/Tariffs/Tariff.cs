namespace Commerce.Carriers.Tariffs;

/// <summary>The price list of one account.</summary>
public sealed record Tariff
{
    /// <summary>Gets what holds for all prices.</summary>
    public required TariffContract Contract { get; init => field = value ?? throw new ArgumentNullException(nameof(Contract)); }

    /// <summary>Gets the prices: at least one.</summary>
    public required IReadOnlyList<TariffRow> Rows
    {
        get;
        init => field = value is { Count: > 0 } ? value : throw new ArgumentException("Rows is empty: a price list has prices.", nameof(Rows));
    }
}
