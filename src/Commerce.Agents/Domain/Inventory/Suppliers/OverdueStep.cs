namespace Commerce.Agents.Domain.Inventory;

/// <summary>How late a purchase order is.</summary>
public enum OverdueStep
{
    /// <summary>The supplier should be asked.</summary>
    Reminder,

    /// <summary>Another supplier should be considered.</summary>
    Alert,
}
