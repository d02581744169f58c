namespace Commerce.Agents.Domain.Orders;

/// <summary>What is found out about an order before stock is asked for; all at the same time.</summary>
public enum OrderCheck
{
    /// <summary>Its risk.</summary>
    Fraud,

    /// <summary>Whether it is the same basket again.</summary>
    Duplicate,

    /// <summary>From where it leaves.</summary>
    Warehouse,
}
