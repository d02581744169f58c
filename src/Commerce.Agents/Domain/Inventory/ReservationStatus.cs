namespace Commerce.Agents.Domain.Inventory;

/// <summary>Where a reservation is.</summary>
public enum ReservationStatus
{
    /// <summary>It does not exist.</summary>
    None,

    /// <summary>The levels are being asked.</summary>
    Requested,

    /// <summary>All units are kept.</summary>
    Active,

    /// <summary>Not all units were there; none is kept.</summary>
    Refused,

    /// <summary>All units have left.</summary>
    Fulfilled,

    /// <summary>The units were given back.</summary>
    Released,

    /// <summary>Its time was over before it was extended.</summary>
    Expired,

    /// <summary>Not all units are there; what is there is kept, and the rest is waited for.</summary>
    Waiting,
}
