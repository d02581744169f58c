namespace Commerce.Marketplaces.BackMarket;

/// <summary>What it means that the report of a finished batch task does not name an item. Back Market does not document its reports.</summary>
public enum BackMarketUnnamedItem
{
    /// <summary>The item was done: reports name what went wrong.</summary>
    Done,

    /// <summary>The item was not done: reports name what went well too.</summary>
    NotDone,
}
