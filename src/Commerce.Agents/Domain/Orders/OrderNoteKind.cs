namespace Commerce.Agents.Domain.Orders;

/// <summary>From whom a note is.</summary>
public enum OrderNoteKind
{
    /// <summary>From a person of the shop.</summary>
    Internal,

    /// <summary>From the buyer.</summary>
    Customer,

    /// <summary>From the system.</summary>
    System,

    /// <summary>From an agent.</summary>
    Agent,
}
