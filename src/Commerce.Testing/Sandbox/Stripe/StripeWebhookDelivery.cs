namespace Commerce.Testing.Sandbox;

/// <summary>How the double's webhooks travel.</summary>
public sealed record StripeWebhookDelivery
{
    /// <summary>Gets how often each event comes.</summary>
    /// <value>The default is 1; 1 to 10.</value>
    public int Copies
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10);
            field = value;
        }
    } = 1;

    /// <summary>Gets what decides the order of events that are due together: the same seed gives the same order.</summary>
    /// <value>The default is <see langword="null"/>: in the order in which they happened.</value>
    public int? ShuffleSeed { get; init; }

    /// <summary>Gets how long an event takes, by the sandbox's clock.</summary>
    /// <value>The default is zero; never below.</value>
    public TimeSpan Delay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    }
}
