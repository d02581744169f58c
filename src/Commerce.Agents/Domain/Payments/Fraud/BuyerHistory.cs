namespace Commerce.Agents.Domain.Payments;

/// <summary>What is remembered of a buyer to judge risk.</summary>
public sealed record BuyerHistory
{
    /// <summary>Gets when the buyer was seen first.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>Gets the times of the orders of the last 24 hours.</summary>
    public IReadOnlyList<DateTimeOffset> Orders { get; init; } = [];

    /// <summary>Gets the payment method of the last order: the gateway's fingerprint.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Gets when the payment method changed from one order to the next, in the time that counts.</summary>
    public IReadOnlyList<DateTimeOffset> PaymentMethodChanges { get; init; } = [];

    /// <summary>Gets how many orders arrived.</summary>
    public int DeliveredOrders { get; init; }

    /// <summary>Gets how many orders were charged back; one that was won back does not count.</summary>
    public int Chargebacks { get; init; }
}
