namespace Commerce.Agents.Domain.Payments;

/// <summary>What became of a buyer's order, as far as it tells about risk.</summary>
public enum BuyerEvent
{
    /// <summary>The order arrived.</summary>
    Delivered,

    /// <summary>The buyer's bank took the money back.</summary>
    ChargedBack,

    /// <summary>A charge-back ended without a loss.</summary>
    ChargebackWithdrawn,
}
