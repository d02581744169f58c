namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Where a notification is.</summary>
public enum NotificationStatus
{
    /// <summary>It waits: for its time, for the end of the quiet hours, for the next try.</summary>
    Pending,

    /// <summary>A channel has it.</summary>
    Sent,

    /// <summary>It has reached the recipient.</summary>
    Delivered,

    /// <summary>The recipient has read it.</summary>
    Read,

    /// <summary>It was given up.</summary>
    Failed,

    /// <summary>The recipient does not want it, or no channel leads there.</summary>
    Skipped,

    /// <summary>It was taken back before it was sent.</summary>
    Cancelled,
}
