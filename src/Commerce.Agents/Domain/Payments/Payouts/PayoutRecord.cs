using Commerce.Agents.Entities;
using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>A payout, as it is kept.</summary>
public sealed record PayoutRecord : IEntity
{
    /// <summary>Gets the key: the same for the same name of a payout.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the payout.</summary>
    public required MerchantPayout Payout { get; init; }

    /// <summary>Gets the merchant.</summary>
    public required Guid Merchant { get; init; }

    /// <summary>Gets a value indicating whether it is planned or funded and was not sent.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets the gateway's key; empty before there is one.</summary>
    public string GatewayId { get; init; } = "";

    internal static Guid IdOf(string name) => NamedIds.From("payout", name);

    internal static PayoutRecord Of(MerchantPayout payout) => new()
    {
        Id = IdOf(payout.Name),
        Payout = payout,
        Merchant = payout.Merchant.Value,
        IsOpen = payout.State is MerchantPayoutState.Planned or MerchantPayoutState.Funded,
        GatewayId = payout.PayoutId?.Value ?? "",
    };
}
