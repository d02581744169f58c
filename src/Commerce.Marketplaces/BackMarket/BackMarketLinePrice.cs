namespace Commerce.Marketplaces.BackMarket;

/// <summary>What the price of an order line is about. Back Market's contract and its answers disagree.</summary>
public enum BackMarketLinePrice
{
    /// <summary>All pieces of the line together, as live answers have it.</summary>
    WholeLine,

    /// <summary>One piece, as the contract has it.</summary>
    OnePiece,
}
