namespace Commerce.Agents.Domain.Inventory;

/// <summary>Why units came or left.</summary>
public enum StockMovementKind
{
    /// <summary>A supplier or the opening stock brought them.</summary>
    Receipt,

    /// <summary>They left with a parcel.</summary>
    Shipment,

    /// <summary>They went from one warehouse to another.</summary>
    Transfer,

    /// <summary>Somebody counted.</summary>
    Adjustment,

    /// <summary>A buyer sent them back.</summary>
    Return,

    /// <summary>They are broken.</summary>
    Damage,

    /// <summary>They are gone.</summary>
    Loss,
}
