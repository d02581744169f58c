namespace Commerce.Agents.Domain.Inventory;

/// <summary>Where a pick list is.</summary>
public enum PickListStatus
{
    /// <summary>Its locations are being chosen.</summary>
    None,

    /// <summary>It waits for somebody.</summary>
    Pending,

    /// <summary>Somebody has it.</summary>
    Assigned,

    /// <summary>Units are being taken.</summary>
    Picking,

    /// <summary>Units are being taken, and some are not there.</summary>
    ShortPicked,

    /// <summary>Everything that is there was taken.</summary>
    Completed,

    /// <summary>Nothing is taken any more.</summary>
    Cancelled,
}
