namespace Commerce.Marketplaces.Sync;

/// <summary>Configures the order sync.</summary>
public sealed class OrderSyncOptions
{
    /// <summary>Gets or sets the time between two readings of an account; a marketplace that recommends more gets more. A tenth of it is added at random.</summary>
    /// <value>The default is 5 minutes; 10 seconds to 1 day.</value>
    public TimeSpan Interval { get; set => field = Bounded(value, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1)); } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the wait after the first failure in a row; it doubles up to <see cref="LongestRetry"/>.</summary>
    /// <value>The default is 1 minute; 1 second to 1 day.</value>
    public TimeSpan Retry { get; set => field = Bounded(value, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)); } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets the longest wait after failures in a row.</summary>
    /// <value>The default is 15 minutes; 1 second to 1 day.</value>
    public TimeSpan LongestRetry { get; set => field = Bounded(value, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)); } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how far a reading goes back behind the start of the one before: clocks and search indexes of marketplaces lag.</summary>
    /// <value>The default is 10 minutes; 0 to 1 day.</value>
    public TimeSpan Overlap { get; set => field = Bounded(value, TimeSpan.Zero, TimeSpan.FromDays(1)); } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how far the first reading of an account goes back.</summary>
    /// <value>The default is 24 hours; 1 minute to 365 days.</value>
    public TimeSpan FirstWindow { get; set => field = Bounded(value, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)); } = TimeSpan.FromHours(24);

    /// <summary>
    /// Gets or sets how far every reading goes back where a marketplace lists by the time of placing only: older orders that change are not seen.
    /// </summary>
    /// <value>The default is 30 days; 1 hour to 365 days.</value>
    public TimeSpan PlacedWindow { get; set => field = Bounded(value, TimeSpan.FromHours(1), TimeSpan.FromDays(365)); } = TimeSpan.FromDays(30);

    /// <summary>Gets or sets how many orders of an account may wait for the handler before no more are read.</summary>
    /// <value>The default is 1 000; 1 to 1 000 000.</value>
    public int MaxWaiting
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            field = value;
        }
    } = 1_000;

    /// <summary>Gets or sets how many accounts are read at the same time.</summary>
    /// <value>The default is 8; 1 to 100.</value>
    public int MaxParallelAccounts
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    } = 8;

    /// <summary>Gets or sets a value indicating whether each order keeps the marketplace's own JSON. It holds personal data.</summary>
    /// <value>The default is false.</value>
    public bool IncludeRaw { get; set; }

    /// <summary>Gets the accounts that are read; all of them when empty.</summary>
    public ISet<string> Accounts { get; } = new HashSet<string>(StringComparer.Ordinal);

    private static TimeSpan Bounded(TimeSpan value, TimeSpan least, TimeSpan most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
