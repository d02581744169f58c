namespace Commerce.Agents.Domain.Inventory;

/// <summary>Whether units that arrived can be sold.</summary>
public enum StockQuality
{
    /// <summary>They are to be inspected first.</summary>
    Pending,

    /// <summary>They can be sold, all or those that were accepted.</summary>
    Approved,

    /// <summary>None of them can.</summary>
    Rejected,
}
