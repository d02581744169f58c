using Commerce.Agents.Entities;
using Commerce.Payments.Accounting;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What the ledger knows of a payment.</summary>
public sealed record LedgerPayment : IEntity
{
    /// <summary>Gets the payment's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets what was authorised, captured and refunded.</summary>
    public required PaymentTotals Totals { get; init; }
}
