namespace Commerce.Agents.Domain.Shipping;

/// <summary>How parcels are sent.</summary>
public sealed class ShippingOptions
{
    /// <summary>Gets or sets where parcels leave from. Required.</summary>
    public Party? Sender { get; set; }

    /// <summary>Gets or sets the time between two looks at a parcel.</summary>
    /// <value>The default is 2 hours; 1 minute or more.</value>
    public TimeSpan TrackingInterval { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Gets or sets how often a carrier is tried before the next one gets the parcel.</summary>
    /// <value>The default is 3; 1 to 4, the tries that the runtime makes within seconds.</value>
    public int MaxTries { get; set; } = 3;
}
