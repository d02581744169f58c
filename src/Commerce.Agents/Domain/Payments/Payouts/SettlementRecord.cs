using Commerce.Agents.Entities;
using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>An amount that a merchant is owed, or owes, as it is kept.</summary>
public sealed record SettlementRecord : IEntity
{
    /// <summary>Gets the key: the same for the same name of a line.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the line.</summary>
    public required SettlementLine Line { get; init; }

    /// <summary>Gets the merchant.</summary>
    public required Guid Merchant { get; init; }

    /// <summary>Gets the order; empty when it is about none.</summary>
    public string Order { get; init; } = "";

    /// <summary>Gets the name of the payout that takes it; empty when it is free.</summary>
    public string Payout { get; init; } = "";

    internal static Guid IdOf(string line) => NamedIds.From("settlement", line);

    internal static SettlementRecord Of(SettlementLine line) => new()
    {
        Id = IdOf(line.Id),
        Line = line,
        Merchant = line.Merchant.Value,
        Order = line.OrderId?.ToString() ?? "",
        Payout = line.Payout ?? "",
    };
}
