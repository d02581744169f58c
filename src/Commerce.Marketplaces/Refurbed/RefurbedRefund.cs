namespace Commerce.Marketplaces.Refurbed;

/// <summary>What a refund of an item comes to.</summary>
/// <param name="TotalPaid">What the buyer has paid for the item afterwards.</param>
/// <param name="TotalRefunded">What the buyer got back for it altogether.</param>
/// <param name="Refunded">What the buyer gets back by this refund.</param>
/// <param name="RefundedByRefurbed">Refurbed's part of it.</param>
/// <param name="RefundedBySeller">The seller's part of it.</param>
public sealed record RefurbedRefund(Money TotalPaid, Money TotalRefunded, Money Refunded, Money RefundedByRefurbed, Money RefundedBySeller);
