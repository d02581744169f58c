using Commerce.Payments.Commissions;

namespace Commerce.Payments.Payouts;

/// <summary>A refund that a merchant bears.</summary>
public sealed record RefundAccrual
{
    /// <summary>Gets the refund's name, the same when it is recorded again: 1 to 100 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the merchant.</summary>
    public required TenantId Merchant { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets how it is shared, line by line.</summary>
    public required IReadOnlyList<CommissionReturn> Returns { get; init; }

    /// <summary>Gets what came back from the merchant's account at the gateway with it; nothing when not given.</summary>
    public Money? TransferReversed { get; init; }
}
