namespace Commerce.Marketplaces;

/// <summary>Configures the <see cref="MarketplaceManager"/>.</summary>
public sealed class MarketplaceManagerOptions
{
    /// <summary>Gets or sets how long each account has for a question to all of them; one that is slower becomes a failure.</summary>
    /// <value>The default is 30 seconds; 1 second to 10 minutes.</value>
    public TimeSpan Deadline
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMinutes(10));
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets how long a seller has to answer a buyer, by account, where the marketplace tells since when an answer is owed but not until when.
    /// Operators set it in their terms; without one there is no deadline.
    /// </summary>
    public IDictionary<string, TimeSpan> AnswerTimes { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>Gets the marketplaces' words for carriers.</summary>
    public CarrierCodes CarrierCodes { get; } = new();
}
