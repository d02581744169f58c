namespace Commerce.Testing.Sandbox;

/// <summary>One effect that calls had at the double of Stripe: a charge, refund, transfer, payout or dispute.</summary>
public sealed record StripeSandboxEntry
{
    /// <summary>Gets Stripe's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the amount in smallest units.</summary>
    public required long Amount { get; init; }

    /// <summary>Gets the currency in lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets Stripe's word for its status; empty for transfers, which have none.</summary>
    public required string Status { get; init; }

    /// <summary>Gets the seller's account on which it lives; empty for the platform's own.</summary>
    public required string Account { get; init; }

    /// <summary>Gets where a transfer or a payout goes.</summary>
    public string? Destination { get; init; }

    /// <summary>Gets the payment of a charge, refund or dispute.</summary>
    public string? Payment { get; init; }

    /// <summary>Gets what the caller noted with it.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
