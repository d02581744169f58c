namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units that go from one warehouse to another.</summary>
public sealed record StockTransfer
{
    /// <summary>Gets where it is.</summary>
    public TransferStatus Status { get; init; }

    /// <summary>Gets what goes; the warehouse is the one that it leaves.</summary>
    public StockLine? Line { get; init; }

    /// <summary>Gets the code of the warehouse that gets it.</summary>
    public string To { get; init; } = "";

    /// <summary>Gets how many arrived.</summary>
    public int Received { get; init; }

    /// <summary>Gets why it was cancelled.</summary>
    public string? Why { get; init; }
}
