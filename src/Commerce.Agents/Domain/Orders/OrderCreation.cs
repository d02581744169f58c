using Commerce.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>How far the securing of an order is.</summary>
public sealed record OrderCreation
{
    /// <summary>Gets what must be kept.</summary>
    public IReadOnlyDictionary<Sku, int> Lines { get; init; } = new Dictionary<Sku, int>();

    /// <summary>Gets what is kept.</summary>
    public IReadOnlyList<Sku> Reserved { get; init; } = [];

    /// <summary>Gets the amount to hold; absent where a marketplace takes the money.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the payment method.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets the marketplace account.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the marketplace's key.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets a value indicating whether a step failed and the others are undone.</summary>
    public bool HasFailed { get; init; }
}
