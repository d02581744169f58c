namespace Commerce.Payments;

/// <summary>Where a refund is in the platform's books.</summary>
public enum RefundState
{
    /// <summary>Waits for a second person.</summary>
    Pending,

    /// <summary>A second person refused it.</summary>
    Rejected,

    /// <summary>A second person agreed; it goes to the gateway next.</summary>
    Approved,

    /// <summary>At the gateway, or on its way there.</summary>
    Processing,

    /// <summary>The gateway paid it back.</summary>
    Completed,

    /// <summary>The gateway did not pay it back, or the money returned.</summary>
    Failed,
}
