namespace Commerce.Marketplaces.Publishing;

/// <summary>Configures the <see cref="OfferPublisher"/>: how fast it pushes, and where it stops.</summary>
public sealed class OfferPublisherOptions
{
    /// <summary>Gets or sets how long changes are gathered: of several values for a SKU the last one is pushed.</summary>
    /// <value>The default is 5 seconds; 1 second to 1 hour.</value>
    public TimeSpan GatherTime
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how many pieces are never offered, so that two channels cannot sell the last one.</summary>
    /// <value>The default is 1; 0 to 10 000.</value>
    public int Buffer { get; set => field = InRange(value, 0, 10_000); } = 1;

    /// <summary>Gets the buffers of accounts that have one of their own.</summary>
    public IDictionary<string, int> Buffers { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Gets or sets a value indicating whether a price without a floor is refused.</summary>
    /// <value>The default is true.</value>
    public bool RequireFloor { get; set; } = true;

    /// <summary>Gets or sets the greatest change of a price that an account has, as a share of it; one that moves more is held for a person.</summary>
    /// <value>The default is 0.3; above 0, at most 10.</value>
    public decimal MaxPriceMove
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, 0);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10);
            field = value;
        }
    } = 0.3m;

    /// <summary>Gets or sets how many prices that an account has may change in one push; a push of more is held for a person.</summary>
    /// <value>The default is 1 000; 1 to 10 000.</value>
    public int MaxPriceChanges { get; set => field = InRange(value, 1, 10_000); } = 1_000;

    /// <summary>Gets or sets how many offers that are on sale may be taken off sale in one push; a push of more is held for a person.</summary>
    /// <value>The default is 200; 1 to 10 000.</value>
    public int MaxWithdrawals { get; set => field = InRange(value, 1, 10_000); } = 200;

    /// <summary>Gets or sets the wait after the first refusal or failure in a row; it doubles up to <see cref="LongestRetry"/>.</summary>
    /// <value>The default is 1 minute.</value>
    public TimeSpan Retry { get; set => field = Positive(value); } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets the longest wait after refusals or failures in a row.</summary>
    /// <value>The default is 1 hour.</value>
    public TimeSpan LongestRetry { get; set => field = Positive(value); } = TimeSpan.FromHours(1);

    internal int BufferOf(string account) => Buffers.TryGetValue(account, out var own) ? own : Buffer;

    internal TimeSpan Wait(int failures) => Backoff.After(failures, Retry, LongestRetry);

    private static int InRange(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
        return value;
    }
}
