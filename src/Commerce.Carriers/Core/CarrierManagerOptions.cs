namespace Commerce.Carriers;

/// <summary>Configures the <see cref="CarrierManager"/>.</summary>
public sealed class CarrierManagerOptions
{
    /// <summary>Gets or sets how long each carrier has for its prices; one that is slower becomes a message.</summary>
    /// <value>The default is 10 seconds; 100 milliseconds to 2 minutes.</value>
    public TimeSpan QuoteDeadline
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(100));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMinutes(2));
            field = value;
        }
    } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the weights, the mode and the alternatives. Its <see cref="SelectionOptions.OnTime"/> is not used: the manager learns from deliveries.</summary>
    /// <value>The default is 60 % punctuality and 40 % price, calibrated.</value>
    public SelectionOptions Selection
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.Validate();
            field = value;
        }
    } = new();
}
