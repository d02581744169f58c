namespace Commerce.Agents.Domain.Inventory;

/// <summary>Where a stock transfer is.</summary>
public enum TransferStatus
{
    /// <summary>It does not exist.</summary>
    None,

    /// <summary>The units are being reserved.</summary>
    Requested,

    /// <summary>The units are kept in the warehouse that they leave.</summary>
    Reserved,

    /// <summary>They are on their way.</summary>
    InTransit,

    /// <summary>They have arrived, all or in part.</summary>
    Received,

    /// <summary>They stay where they are.</summary>
    Cancelled,
}
