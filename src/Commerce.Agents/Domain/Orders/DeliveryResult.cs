namespace Commerce.Agents.Domain.Orders;

/// <summary>What came of an attempt to deliver.</summary>
public enum DeliveryResult
{
    /// <summary>It was handed over.</summary>
    Successful,

    /// <summary>It was not, for no reason that was told.</summary>
    Failed,

    /// <summary>Nobody was there.</summary>
    CustomerNotHome,

    /// <summary>The address was not found.</summary>
    AddressIssue,

    /// <summary>The buyer did not take it.</summary>
    RefusedByCustomer,

    /// <summary>The package was damaged.</summary>
    DamagedPackage,

    /// <summary>The weather was in the way.</summary>
    WeatherDelay,

    /// <summary>Another day was agreed.</summary>
    Rescheduled,
}
