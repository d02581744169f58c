using Commerce.Carriers.Dpd;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

public sealed class DpdOptionsTests
{
    [Fact]
    public async Task Every_mistake_is_told_at_the_start_and_no_secret()
    {
        var told = await StartAsync(options =>
        {
            (options.BusinessUnit, options.AccountNumber, options.Login, options.Password) = ("38", "", "", "topsecret");
            (options.SendingDepot, options.NotificationLanguage, options.CustomerId, options.SubAccountNumber) = ("x", "FRA", "a b", "-");
            (options.FranceCenterNumber, options.FranceCustomerNumber, options.MyPudoCarrier) = (0, 1_000_000, "");
        });

        Assert.All(
            ["BusinessUnit has three", "AccountNumber is empty", "SendingDepot", "NotificationLanguage", "CustomerId", "SubAccountNumber", "FranceCenterNumber", "FranceCustomerNumber", "MyPudoCarrier"],
            text => Assert.Contains(text, told, StringComparison.Ordinal));
        Assert.DoesNotContain("topsecret", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Credentials are missing", "Password")]
    [InlineData("Credentials are missing", "Seur")]
    [InlineData("EPrintUserId and EPrintPassword", "EPrint")]
    [InlineData("ShipperDelisId and ShipperPassword", "Shipper")]
    [InlineData("ShipperDelisId has 8 to 10", "ShortShipper")]
    [InlineData("need FranceCenterNumber", "France")]
    [InlineData("UseEPrintForLabels needs", "Labels")]
    [InlineData("WebTraceAddress", "Address")]
    public async Task Options_that_go_together_are_checked_together(string expected, string mistake)
    {
        var told = await StartAsync(options =>
        {
            Good(options);
            _ = mistake switch
            {
                "Password" => options.Password = "",
                "Labels" => (options.UseEPrintForLabels = true).ToString(),
                "Seur" => options.BusinessUnit = "020",
                "EPrint" => options.EPrintUserId = "user",
                "Shipper" => options.ShipperPassword = "secret",
                "ShortShipper" => options.ShipperDelisId = options.ShipperPassword = "short",
                "France" => options.WebTracePassword = "secret",
                _ => (options.WebTraceAddress = new Uri("/relative", UriKind.Relative)).OriginalString,
            };
        });

        Assert.Contains(expected, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_options_start() => Assert.Equal("", await StartAsync(Good));

    private static void Good(DpdCarrierOptions options) => (options.AccountNumber, options.Login, options.Password) = ("012345", "login", "secret");

    private static async Task<string> StartAsync(Action<DpdCarrierOptions> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddDpdCarrier(configure);
        using var host = builder.Build();
        try
        {
            await host.StartAsync();
            await host.StopAsync();
            return "";
        }
        catch (OptionsValidationException exception)
        {
            return string.Join('\n', exception.Failures);
        }
    }
}
