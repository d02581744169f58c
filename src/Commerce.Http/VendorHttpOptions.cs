namespace Commerce.Http;

/// <summary>What a user may set on every vendor: deadlines, retries, breaker. Each vendor's options derive from it.</summary>
/// <remarks>Bounds are checked when the host starts, together with everything else, so that all mistakes show at once.</remarks>
public abstract class VendorHttpOptions
{
    /// <summary>Gets or sets the vendor's address; another one than the default for a sandbox, a test host or a recorder.</summary>
    /// <value>The default is the vendor's production address; absolute, http or https.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets or sets the time budget of one call, retries and waits included.</summary>
    /// <value>The default is 30 seconds; 1 second to 10 minutes.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the time budget of one attempt, reading the body included.</summary>
    /// <value>The default is 15 seconds; 100 milliseconds to 10 minutes.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how many times a request that may be repeated is sent again.</summary>
    /// <value>The default is 2; 0 to 10.</value>
    public int MaxRetries { get; set; } = 2;

    /// <summary>Gets or sets the wait before the first retry; doubled each time, up to a quarter more or less at random.</summary>
    /// <value>The default is 500 milliseconds; 1 millisecond to 1 minute.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets how many failed attempts within <see cref="BreakerDuration"/> open the account's circuit, when hardly any succeeds.</summary>
    /// <value>The default is 10; 2 to 1 000.</value>
    public int BreakerFailures { get; set; } = 10;

    /// <summary>Gets or sets how long an open circuit refuses calls before it lets one through to try.</summary>
    /// <value>The default is 30 seconds; 1 second to 1 hour.</value>
    public TimeSpan BreakerDuration { get; set; } = TimeSpan.FromSeconds(30);
}
