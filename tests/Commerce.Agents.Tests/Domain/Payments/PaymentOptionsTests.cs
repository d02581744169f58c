using Commerce.Agents.Domain.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class PaymentOptionsTests
{
    public static TheoryData<string, Action<PaymentAgentOptions>> Mistakes => new()
    {
        { "RenewBefore is 00:00:00", options => options.RenewBefore = TimeSpan.Zero },
        { "RenewBefore is 7.00:00:00", options => options.RenewBefore = TimeSpan.FromDays(7) },
        { "EuroRates", options => options.EuroRates["USD"] = 0 },
        { "EuroRates", options => options.EuroRates["usd"] = 1 },
        { "Fraud.AmountMaxPoints is 101", options => options.Fraud.AmountMaxPoints = 101 },
        { "Fraud.PointsPerOrder is -1", options => options.Fraud.PointsPerOrder = -1 },
        { "Fraud.AmountLimit is -1", options => options.Fraud.AmountLimit = -1 },
        { "Fraud.AmountPerPoint is 0", options => options.Fraud.AmountPerPoint = 0 },
        { "Fraud.OrdersLimit is 0", options => options.Fraud.OrdersLimit = 0 },
        { "Fraud.TrustedOrders 0", options => options.Fraud.TrustedOrders = 0 },
        { "Fraud.PaymentMethodChangesLimit is -1", options => options.Fraud.PaymentMethodChangesLimit = -1 },
        { "Fraud.NewAccountAge", options => options.Fraud.NewAccountAge = TimeSpan.Zero },
        { "Fraud.PaymentMethodWindow", options => options.Fraud.PaymentMethodWindow = TimeSpan.Zero },
        { "Fraud.HighFrom 25", options => options.Fraud.HighFrom = 25 },
        { "Fraud.CriticalFrom 101", options => options.Fraud.CriticalFrom = 101 },
        { "Fraud.BlockingKey is too short", options => options.Fraud.BlockingKey = new Secret("short") },
        { "Fraud.BadNetworks has \"here\"", options => options.Fraud.BadNetworks.Add("here") },
        { "Fraud.ReviewExpiresAfter", options => options.Fraud.ReviewExpiresAfter = TimeSpan.FromHours(4) },
        { "Tax.SellerCountry", options => options.Tax.SellerCountry = default },
        { "Tax.DistanceSalesLimit is -1", options => options.Tax.DistanceSalesLimit = -1 },
        { "Standard rate of FR", options => options.Tax.Jurisdictions.Add(Rate(1)) },
        { "FR valid until", options => options.Tax.Jurisdictions.Add(Rate(0.2m) with { ValidUntil = new DateOnly(2024, 12, 31) }) },
        { "without a country", options => options.Tax.Jurisdictions.Add(Rate(0.2m) with { Country = default }) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Wrong_options_are_told_by_name(string told, Action<PaymentAgentOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddPayments(configure));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<PaymentAgentOptions>>().Value);

        Assert.Contains(told, Assert.Single(exception.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("\"short\"", exception.Message, StringComparison.Ordinal);
    }

    private static TaxJurisdiction Rate(decimal rate) => new()
    {
        Country = CountryCode.France,
        Rates = new Dictionary<TaxClass, decimal> { [TaxClass.Standard] = rate },
        ValidFrom = new DateOnly(2025, 1, 1),
    };
}
