namespace Commerce.Marketplaces.BackMarket;

/// <summary>A listing in the competition for the place on the product page (Backbox) of one market.</summary>
public sealed record BackMarketCompetitor
{
    /// <summary>Gets the listing.</summary>
    public required string ListingId { get; init; }

    /// <summary>Gets the product.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the market, such as <c>fr-fr</c> or <c>FR</c>, as Back Market writes it.</summary>
    public string? Market { get; init; }

    /// <summary>Gets a value indicating whether it has the place.</summary>
    public required bool IsWinning { get; init; }

    /// <summary>Gets its price.</summary>
    public required Money Price { get; init; }

    /// <summary>Gets the lowest price that it goes down to, when it has one.</summary>
    public Money? MinimumPrice { get; init; }

    /// <summary>Gets the price with which it would win.</summary>
    public Money? PriceToWin { get; init; }

    /// <summary>Gets the price of the winner.</summary>
    public Money? WinnerPrice { get; init; }
}
