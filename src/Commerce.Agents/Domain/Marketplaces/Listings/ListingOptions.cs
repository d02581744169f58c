using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What marketplaces ask of listings, and how listings are watched.</summary>
public sealed class ListingOptions
{
    /// <summary>Gets the most images of a listing, the main one counted, by marketplace; others have no bound.</summary>
    public IDictionary<MarketplaceCode, int> MaxImages { get; } = new Dictionary<MarketplaceCode, int>
    {
        [MarketplaceCode.Ebay] = 12,
        [MarketplaceCode.Amazon] = 6,
    };

    /// <summary>Gets or sets the business days until hand-over on Mirakl, where a listing gives none.</summary>
    /// <value>The default is 2; 0 to 60.</value>
    public int MiraklLeadTimeDays { get; set; } = 2;

    /// <summary>Gets or sets Mirakl's code of a new product's state.</summary>
    /// <value>The default is <c>11</c>.</value>
    public string MiraklNewState { get; set; } = "11";

    /// <summary>Gets or sets the time after which a listing that nothing was taken of raises an alert.</summary>
    /// <value>The default is 24 hours; 1 hour to 30 days.</value>
    public TimeSpan SilenceLimit { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets the time between two looks at a listing.</summary>
    /// <value>The default is 2 hours; 1 minute to 1 day.</value>
    public TimeSpan MonitorInterval { get; set; } = TimeSpan.FromHours(2);

    internal IEnumerable<string> Mistakes()
    {
        foreach (var (marketplace, most) in MaxImages)
        {
            if (most < 1)
            {
                yield return $"Listings.MaxImages has {marketplace} {most}: give 1 or more.";
            }
        }

        if (MiraklLeadTimeDays is < 0 or > 60)
        {
            yield return $"Listings.MiraklLeadTimeDays is {MiraklLeadTimeDays}: give 0 to 60.";
        }

        if (string.IsNullOrWhiteSpace(MiraklNewState))
        {
            yield return "Listings.MiraklNewState is empty: give the code of a new product's state.";
        }

        if (SilenceLimit < TimeSpan.FromHours(1) || SilenceLimit > TimeSpan.FromDays(30))
        {
            yield return $"Listings.SilenceLimit is {SilenceLimit}: give 01:00:00 to 30.00:00:00.";
        }

        if (MonitorInterval < TimeSpan.FromMinutes(1) || MonitorInterval > TimeSpan.FromDays(1))
        {
            yield return $"Listings.MonitorInterval is {MonitorInterval}: give 00:01:00 to 1.00:00:00.";
        }
    }
}
