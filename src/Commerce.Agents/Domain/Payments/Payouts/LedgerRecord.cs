using Commerce.Agents.Entities;
using Commerce.Payments.Accounting;

namespace Commerce.Agents.Domain.Payments;

/// <summary>An entry of the ledger, as it is kept. It is never changed.</summary>
public sealed record LedgerRecord : IEntity
{
    /// <summary>Gets the key: the same for the same name of an entry.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the entry.</summary>
    public required LedgerEntry Entry { get; init; }

    /// <summary>Gets the accounts of its lines, by which balances are found.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Gets the merchant; empty when it is about none.</summary>
    public string Merchant { get; init; } = "";

    /// <summary>Gets the payment; empty when it is about none.</summary>
    public string Payment { get; init; } = "";

    /// <summary>Gets its place among those that were added with it.</summary>
    public int Position { get; init; }

    internal static Guid IdOf(string key) => NamedIds.From("ledger", key);

    internal static LedgerRecord Of(LedgerEntry entry, int position) => new()
    {
        Id = IdOf(entry.Key),
        Entry = entry,
        Accounts = [.. entry.Lines.Select(static line => line.Account.ToString()).Distinct()],
        Merchant = entry.Merchant?.ToString() ?? "",
        Payment = entry.PaymentId?.ToString() ?? "",
        Position = position,
    };
}
