using System.Globalization;
using Commerce.Carriers;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>How parcels are sent.</summary>
public sealed class ShippingOptions
{
    /// <summary>Gets or sets where parcels leave from, unless <see cref="Senders"/> names their warehouse. Required.</summary>
    public Party? Sender { get; set; }

    /// <summary>Gets where parcels leave from, by the codes of warehouses.</summary>
    public IDictionary<string, Party> Senders { get; } = new Dictionary<string, Party>(StringComparer.Ordinal);

    /// <summary>Gets or sets the time zone in which promised days end, as an IANA name.</summary>
    /// <value>The default is <c>Europe/Paris</c>.</value>
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary>Gets or sets the time between two looks at a parcel of which the carrier pushes nothing.</summary>
    /// <value>The default is 2 hours; 1 minute to 7 days.</value>
    public TimeSpan TrackingInterval { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Gets or sets the time between two looks at a parcel that is late.</summary>
    /// <value>The default is 1 hour; 1 minute to 7 days.</value>
    public TimeSpan DelayedTrackingInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long a parcel is looked for; then a person decides whether it is lost.</summary>
    /// <value>The default is 45 days; 1 to 365 days.</value>
    public TimeSpan TrackingTime { get; set; } = TimeSpan.FromDays(45);

    /// <summary>Gets or sets the time between two tellings that a parcel is late.</summary>
    /// <value>The default is 24 hours; 1 hour to 30 days.</value>
    public TimeSpan DelayInterval { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how late a parcel is when its carrier is asked to look after it.</summary>
    /// <value>The default is 24 hours; 0 to 30 days.</value>
    public TimeSpan EscalateAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how long nothing may be heard of a parcel within a country.</summary>
    /// <value>The default is 10 days; 1 to 365 days.</value>
    public TimeSpan DomesticSilence { get; set; } = TimeSpan.FromDays(10);

    /// <summary>Gets or sets how long nothing may be heard of a parcel that crosses a border.</summary>
    /// <value>The default is 20 days; 1 to 365 days.</value>
    public TimeSpan InternationalSilence { get; set; } = TimeSpan.FromDays(20);

    /// <summary>Gets or sets how long after delivery a claim can be filed.</summary>
    /// <value>The default is 14 days; 1 to 365 days.</value>
    public TimeSpan ClaimWindow { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Gets what carriers insure without being asked: above 0.</summary>
    /// <value>The default is 25 EUR for DPD.</value>
    public IDictionary<CarrierCode, Money> IncludedInsurance { get; } = new Dictionary<CarrierCode, Money> { [CarrierCode.Dpd] = Money.Eur(25) };

    /// <summary>Gets or sets how long the label of a return can be used.</summary>
    /// <value>The default is 30 days; 1 to 365 days.</value>
    public TimeSpan ReturnLabelTime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Gets how the price lists of carrier accounts are read, by the accounts' names.</summary>
    public IDictionary<string, TariffSource> Tariffs { get; } = new Dictionary<string, TariffSource>(StringComparer.Ordinal);

    /// <summary>Gets the services by which carriers bring returns, in their codes; one that is not named sends them back by the service that it quotes.</summary>
    public IDictionary<CarrierCode, CarrierService> ReturnServices { get; } = new Dictionary<CarrierCode, CarrierService>();

    /// <summary>Gets or sets how long deliveries count for a carrier's punctuality.</summary>
    /// <value>The default is 180 days; 30 to 730 days.</value>
    public TimeSpan PerformanceWindow { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Gets or sets by how much a punctuality must move to be told, as a share.</summary>
    /// <value>The default is 0.002, which is 0.2 points; 0 to 1.</value>
    public decimal PerformanceStep { get; set; } = 0.002m;

    /// <summary>Gets or sets how many labels a carrier may sell in a month before an alert is raised.</summary>
    /// <value>The default is 800; 1 or more.</value>
    public int MaxMonthlyShipments { get; set; } = 800;

    /// <summary>Gets or sets how often a carrier is tried before the next one gets the parcel.</summary>
    /// <value>The default is 3; 1 to 4, the tries that the runtime makes within seconds.</value>
    public int MaxTries { get; set; } = 3;

    /// <summary>Finds where the parcels of a warehouse leave from.</summary>
    internal Party SenderOf(string warehouse) => Senders.TryGetValue(warehouse, out var sender) ? sender : Sender!;

    /// <summary>Finds what a carrier insures without being asked.</summary>
    internal Money? InsuranceOf(CarrierCode carrier) => IncludedInsurance.TryGetValue(carrier, out var value) ? value : null;

    internal TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal sealed class ShippingOptionsValidator : IValidateOptions<ShippingOptions>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, ShippingOptions options)
    {
        var mistakes = new List<string>();
        Require(options.Sender is not null, "Sender is empty: say where parcels leave from.");
        Require(TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone ?? "", out _), $"TimeZone is \"{options.TimeZone}\": give an IANA name that this machine knows, such as Europe/Paris.");
        Between(nameof(options.TrackingInterval), options.TrackingInterval, Minute, 7 * Day, "1 minute to 7 days");
        Between(nameof(options.DelayedTrackingInterval), options.DelayedTrackingInterval, Minute, 7 * Day, "1 minute to 7 days");
        Between(nameof(options.TrackingTime), options.TrackingTime, Day, 365 * Day, "1 to 365 days");
        Between(nameof(options.DelayInterval), options.DelayInterval, Hour, 30 * Day, "1 hour to 30 days");
        Between(nameof(options.EscalateAfter), options.EscalateAfter, TimeSpan.Zero, 30 * Day, "0 to 30 days");
        Between(nameof(options.DomesticSilence), options.DomesticSilence, Day, 365 * Day, "1 to 365 days");
        Between(nameof(options.InternationalSilence), options.InternationalSilence, Day, 365 * Day, "1 to 365 days");
        Between(nameof(options.ClaimWindow), options.ClaimWindow, Day, 365 * Day, "1 to 365 days");
        Between(nameof(options.ReturnLabelTime), options.ReturnLabelTime, Day, 365 * Day, "1 to 365 days");
        Between(nameof(options.PerformanceWindow), options.PerformanceWindow, 30 * Day, 730 * Day, "30 to 730 days");
        Require(options.PerformanceStep is >= 0 and <= 1, string.Create(CultureInfo.InvariantCulture, $"PerformanceStep is {options.PerformanceStep}: give 0 to 1."));
        Require(options.MaxMonthlyShipments >= 1, $"MaxMonthlyShipments is {options.MaxMonthlyShipments}: give 1 or more.");
        Require(options.MaxTries is >= 1 and <= 4, $"MaxTries is {options.MaxTries}: give 1 to 4.");
        foreach (var (account, source) in options.Tariffs)
        {
            Require(source.Contract.Account == account, $"Tariffs of {account} has a contract of {source.Contract.Account}: give both one name.");
        }

        foreach (var (carrier, value) in options.IncludedInsurance)
        {
            Require(value.Amount > 0, $"IncludedInsurance of {carrier} is {value}: give above 0, or leave the carrier out.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Require(bool holds, string mistake)
        {
            if (!holds)
            {
                mistakes.Add(mistake);
            }
        }

        void Between(string option, TimeSpan value, TimeSpan min, TimeSpan max, string range) =>
            Require(value >= min && value <= max, $"{option} is {value}: give {range}.");
    }
}
