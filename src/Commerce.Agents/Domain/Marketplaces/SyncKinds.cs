namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What is kept in step with a marketplace.</summary>
public static class SyncKinds
{
    /// <summary>Orders are read.</summary>
    public const string Orders = "orders";

    /// <summary>Messages of buyers are read.</summary>
    public const string Messages = "messages";

    /// <summary>Quantities are pushed.</summary>
    public const string Stock = "stock";

    /// <summary>Prices are pushed.</summary>
    public const string Prices = "prices";

    /// <summary>A cancellation is told.</summary>
    public const string Cancellation = "cancellation";
}
