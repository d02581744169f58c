using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Carriers.Tariffs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class ShippingOptionsTests
{
    public static TheoryData<string, Action<ShippingOptions>> Wrong => new()
    {
        { "Sender is empty", options => options.Sender = null },
        { "TimeZone", options => options.TimeZone = "Europe/Atlantis" },
        { "TrackingInterval", options => options.TrackingInterval = TimeSpan.FromSeconds(59) },
        { "DelayedTrackingInterval", options => options.DelayedTrackingInterval = TimeSpan.FromDays(8) },
        { "TrackingTime", options => options.TrackingTime = TimeSpan.FromHours(23) },
        { "DelayInterval", options => options.DelayInterval = TimeSpan.FromMinutes(59) },
        { "EscalateAfter", options => options.EscalateAfter = TimeSpan.FromHours(-1) },
        { "DomesticSilence", options => options.DomesticSilence = TimeSpan.Zero },
        { "InternationalSilence", options => options.InternationalSilence = TimeSpan.FromDays(366) },
        { "ClaimWindow", options => options.ClaimWindow = TimeSpan.Zero },
        { "ReturnLabelTime", options => options.ReturnLabelTime = TimeSpan.FromDays(366) },
        { "PerformanceWindow", options => options.PerformanceWindow = TimeSpan.FromDays(29) },
        { "PerformanceStep", options => options.PerformanceStep = -0.1m },
        { "MaxMonthlyShipments", options => options.MaxMonthlyShipments = 0 },
        { "MaxTries", options => options.MaxTries = 5 },
        {
            "Tariffs",
            options => options.Tariffs["dpd"] = new TariffSource(
                new TariffContract { Carrier = CarrierCode.Ups, Account = "ups", Currency = Currency.Eur }, TariffMapping.Export)
        },
        { "IncludedInsurance", options => options.IncludedInsurance[CarrierCode.Ups] = Money.Eur(0) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_told_by_name(string option, Action<ShippingOptions> set)
    {
        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => Read(set)).Failures);

        Assert.StartsWith(option, failure, StringComparison.Ordinal);
        Assert.Contains(": ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_the_rules()
    {
        var options = Read(static _ => { });

        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromHours(1), TimeSpan.FromDays(45)), (options.TrackingInterval, options.DelayedTrackingInterval, options.TrackingTime));
        Assert.Equal((TimeSpan.FromHours(24), TimeSpan.FromHours(24)), (options.DelayInterval, options.EscalateAfter));
        Assert.Equal((TimeSpan.FromDays(10), TimeSpan.FromDays(20)), (options.DomesticSilence, options.InternationalSilence));
        Assert.Equal((TimeSpan.FromDays(14), TimeSpan.FromDays(30)), (options.ClaimWindow, options.ReturnLabelTime));
        Assert.Equal((TimeSpan.FromDays(180), 0.002m, 800, 3), (options.PerformanceWindow, options.PerformanceStep, options.MaxMonthlyShipments, options.MaxTries));
    }

    private static ShippingOptions Read(Action<ShippingOptions> set)
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddShipping(options =>
        {
            options.Sender = Dock.Buyer();
            set(options);
        }));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ShippingOptions>>().Value;
    }
}
