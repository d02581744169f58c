using Commerce.Carriers.Ups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Carriers.Tests;

public sealed class OptionsTests
{
    [Fact]
    public async Task Wrong_accounts_stop_the_start_with_all_their_mistakes()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddUpsCarrier(options =>
        {
            (options.AccountNumber, options.PickupType, options.RatingVersion, options.ShippingVersion) = ("12", "99", "2409", "");
            (options.Timeout, options.MaxRetries) = (TimeSpan.Zero, -1);
        });
        builder.Services.AddChronopostCarrier(options =>
        {
            (options.AccountNumber, options.Password, options.SubAccount) = ("123", "secret", -1);
            options.BaseAddress = new Uri("/relative", UriKind.Relative);
        });
        builder.Services.AddColissimoCarrier(options =>
            (options.AccountNumber, options.ApiVersion, options.CommercialName, options.TrackingIp) = ("12", "1.0", new string('n', 31), ""));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        string[] expected =
        [
            "ClientId", "ClientSecret", "AccountNumber has six", "PickupType", "RatingVersion", "ShippingVersion", "Timeout", "MaxRetries",
            "AccountNumber has eight", "Password", "SubAccount", "BaseAddress",
            "ApiKey is empty", "AccountNumber has six digits", "ApiVersion is 3.1", "CommercialName", "TrackingIp",
        ];
        Assert.All(expected, text => Assert.Contains(text, Told(exception), StringComparison.Ordinal));
        Assert.DoesNotContain("secret", Told(exception), StringComparison.Ordinal);
    }

    [Fact]
    public void Same_name_twice_is_one_account_and_another_name_is_another()
    {
        var services = new ServiceCollection();
        services.AddUpsCarrier(Good);
        services.AddUpsCarrier(Good);
        services.AddUpsCarrier(Good, "ups-south");
        using var provider = services.BuildServiceProvider();

        var accounts = provider.GetKeyedServices<ICarrierClient>(KeyedService.AnyKey).Select(client => client.Account).Order(StringComparer.Ordinal);

        Assert.Equal(["ups", "ups-south"], accounts);
    }

    [Fact]
    public void Name_of_another_vendors_account_is_refused()
    {
        var services = new ServiceCollection();
        services.AddUpsCarrier(Good, "parcels");

        var exception = Assert.Throws<ArgumentException>(() => services.AddChronopostCarrier(_ => { }, "parcels"));

        Assert.Contains("\"parcels\"", exception.Message, StringComparison.Ordinal);
    }

    private static void Good(UpsCarrierOptions options) =>
        (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "A1B2C3");

    private static string Told(Exception exception) => exception switch
    {
        AggregateException many => string.Join('\n', many.InnerExceptions.Select(Told)),
        OptionsValidationException options => string.Join('\n', options.Failures),
        _ => exception.Message,
    };
}
