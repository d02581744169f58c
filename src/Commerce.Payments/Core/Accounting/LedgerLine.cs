namespace Commerce.Payments.Accounting;

/// <summary>One side of an entry.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">The amount: above zero is a debit (assets and expenses grow), below zero a credit (debts and income grow).</param>
public sealed record LedgerLine(LedgerAccount Account, Money Amount);
