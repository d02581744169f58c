using Commerce.Marketplaces;
using Commerce.Payments.Commissions;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Which marketplace accounts the agents serve, how often, and at which commissions.</summary>
public sealed class MarketplacesOptions
{
    /// <summary>Gets the registered accounts that are kept in step. Add to it.</summary>
    public IList<string> Accounts { get; } = [];

    /// <summary>Gets or sets how many pieces are never offered, so that two channels cannot sell the last one.</summary>
    /// <value>The default is 1; 0 to 1 000.</value>
    public int StockBuffer { get; set; } = 1;

    /// <summary>Gets what accounts call carriers: words for all, for platforms, and for single accounts of <see cref="Accounts"/>. A carrier without one is told by name.</summary>
    public CarrierCodes CarrierCodes { get; } = new();

    /// <summary>Gets or sets the time between two readings of an account.</summary>
    /// <value>The default is 300 seconds; 10 seconds to 1 day.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Gets or sets the time until the next reading after one that failed; it doubles with each further failure.</summary>
    /// <value>The default is 60 seconds; 1 second to 1 day.</value>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets the longest time until the next reading after failures.</summary>
    /// <value>The default is 15 minutes; not less than <see cref="RetryInterval"/>, 1 day at most.</value>
    public TimeSpan MaxRetryInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how far a reading goes back before the last one.</summary>
    /// <value>The default is 10 minutes; 0 to 1 day.</value>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how far the first reading goes back.</summary>
    /// <value>The default is 24 hours; 1 minute to 90 days.</value>
    public TimeSpan FirstWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how far every reading goes back where a marketplace lists by the time of placing only.</summary>
    /// <value>The default is 30 days; 1 hour to 365 days.</value>
    public TimeSpan PlacedWindow { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Gets or sets the time after which all quantities of an account are pushed again.</summary>
    /// <value>The default is 1 hour; 1 minute to 1 day.</value>
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets the commissions of marketplaces without a table of their own.</summary>
    /// <value>The default is <see cref="CommissionSchedule.Sample"/>: 15 %, by category 12 to 20 %.</value>
    public CommissionSchedule Commission { get; set; } = CommissionSchedule.Sample;

    /// <summary>Gets the commissions of marketplaces that differ. eBay's is 12 % where no category holds.</summary>
    public IDictionary<MarketplaceCode, CommissionSchedule> Commissions { get; } = new Dictionary<MarketplaceCode, CommissionSchedule>
    {
        [MarketplaceCode.Ebay] = CommissionSchedule.Sample with { Default = new CommissionRate { Rate = 0.12m } },
    };

    /// <summary>Gets or sets how far a reported commission may be from the table's before a person should look, as a fraction of the table's.</summary>
    /// <value>The default is 0.01; 0 to 1.</value>
    public decimal CommissionTolerance { get; set; } = 0.01m;

    /// <summary>Gets how accounts' prices are made of the shop's; an account without a rule shows the shop's price.</summary>
    public IDictionary<string, MarketplacePriceRule> PriceRules { get; } = new Dictionary<string, MarketplacePriceRule>(StringComparer.Ordinal);

    /// <summary>Gets what marketplaces ask of listings, and how listings are watched.</summary>
    public ListingOptions Listings { get; } = new();

    /// <summary>Finds the rule of an account's prices.</summary>
    internal MarketplacePriceRule PriceRuleOf(string account) => PriceRules.TryGetValue(account, out var rule) ? rule : MarketplacePriceRule.Same;

    /// <summary>Finds the commissions of a marketplace.</summary>
    internal CommissionSchedule CommissionOf(MarketplaceCode marketplace) => Commissions.TryGetValue(marketplace, out var schedule) ? schedule : Commission;
}

internal sealed class MarketplacesOptionsValidator : IValidateOptions<MarketplacesOptions>
{
    public ValidateOptionsResult Validate(string? name, MarketplacesOptions options)
    {
        var mistakes = new List<string>();
        Require(options.Accounts.Count > 0, "Accounts is empty: name the registered accounts to serve.");
        Require(options.StockBuffer is >= 0 and <= 1_000, $"StockBuffer is {options.StockBuffer}: give 0 to 1000.");
        Require(options.CommissionTolerance is >= 0 and <= 1, $"CommissionTolerance is {options.CommissionTolerance}: give 0 to 1.");
        Check("PollInterval", options.PollInterval, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1));
        Check("RetryInterval", options.RetryInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Check("MaxRetryInterval", options.MaxRetryInterval, options.RetryInterval, TimeSpan.FromDays(1));
        Check("Overlap", options.Overlap, TimeSpan.Zero, TimeSpan.FromDays(1));
        Check("FirstWindow", options.FirstWindow, TimeSpan.FromMinutes(1), TimeSpan.FromDays(90));
        Check("PlacedWindow", options.PlacedWindow, TimeSpan.FromHours(1), TimeSpan.FromDays(365));
        Check("ReconcileInterval", options.ReconcileInterval, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        foreach (var (account, rule) in options.PriceRules)
        {
            Require(options.Accounts.Contains(account), $"PriceRules has {account}, which is not in Accounts: name a served account.");
            Require(rule.Factor is >= 0.01m and <= 100, $"PriceRules of {account} has the factor {rule.Factor}: give 0.01 to 100.");
            Require(rule.Step is >= 0 and <= 1_000, $"PriceRules of {account} has the step {rule.Step}: give 0 to 1000.");
        }

        foreach (var account in options.CarrierCodes.Accounts)
        {
            Require(options.Accounts.Contains(account), $"CarrierCodes has {account}, which is not in Accounts: name a served account.");
        }

        mistakes.AddRange(options.Listings.Mistakes());
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Require(bool holds, string text)
        {
            if (!holds)
            {
                mistakes.Add(text);
            }
        }

        void Check(string field, TimeSpan value, TimeSpan least, TimeSpan most) =>
            Require(value >= least && value <= most, $"{field} is {value}: give {least} to {most}.");
    }
}
