namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Whom an order's notifications go to.</summary>
public sealed record OrderNotifications
{
    /// <summary>Gets the shop's key of the buyer; none for orders whose buyer somebody else informs.</summary>
    public string? Recipient { get; init; }

    /// <summary>Gets the order's short reference.</summary>
    public string Number { get; init; } = "";

    /// <summary>Gets the titles of its products.</summary>
    public IReadOnlyDictionary<Sku, string> Titles { get; init; } = new Dictionary<Sku, string>();

    /// <summary>Gets why it waits.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Gets a value indicating whether the buyer knows that the payment has expired, and not yet that the order goes on.</summary>
    public bool IsPaymentExpired { get; init; }

    /// <summary>Gets how many parts the order has; 1 as long as nothing else was heard.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Gets the parts that have arrived.</summary>
    public IReadOnlyList<int> ArrivedParts { get; init; } = [];

    /// <summary>Gets the parts of whose delay the buyer knows.</summary>
    public IReadOnlyList<int> DelayedParts { get; init; } = [];
}
