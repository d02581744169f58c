using Commerce.Carriers.ColisPrive;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

public sealed class ColisPriveOptionsTests
{
    [Fact]
    public async Task Every_mistake_is_told_at_the_start_and_no_secret()
    {
        var told = await StartAsync(options =>
        {
            (options.Password, options.MaxParcelKilograms, options.RelayDestinationType) = ("topsecret", 71, new string('R', 51));
            (options.BaseAddress, options.Timeout, options.MaxRetries) = (new Uri("/relative", UriKind.Relative), TimeSpan.Zero, -1);
        });

        Assert.All(
            ["UserName is empty", "CustomerCode is empty", "AccountId is empty", "MaxParcelKilograms must be between 1 and 70", "RelayDestinationType has at most 50", "BaseAddress", "Timeout", "MaxRetries"],
            text => Assert.Contains(text, told, StringComparison.Ordinal));
        Assert.DoesNotContain("topsecret", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_is_needed() => Assert.Contains("Password is empty", await StartAsync(static options => options.MaxParcelKilograms = 0), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(70)]
    public async Task Good_options_start_and_set_the_heaviest_parcel(int kilograms)
    {
        Assert.Equal("", await StartAsync(options =>
        {
            (options.UserName, options.Password, options.CustomerCode, options.AccountId) = ("user", "secret", "A0", "000123");
            options.MaxParcelKilograms = kilograms;
        }));
        Assert.Equal(Weight.FromKilograms(kilograms), ColisPriveCapabilities.For(new ColisPriveCarrierOptions { MaxParcelKilograms = kilograms }).MaxParcelWeight);
    }

    [Theory]
    [InlineData(null, false, false, false, 3)]
    [InlineData("RELAIS", false, true, false, 3)]
    [InlineData(null, true, false, true, 4)]
    [InlineData("RELAIS", true, true, true, 4)]
    public void Options_open_what_they_name(string? relay, bool newer, bool points, bool insurance, int labels)
    {
        var capabilities = ColisPriveCapabilities.For(new ColisPriveCarrierOptions { RelayDestinationType = relay, UseNewerContract = newer });

        var point = capabilities.Find(new CarrierService("RELAY"))!.Options[ShipmentOption.PickupPoint];
        Assert.Equal((points, points), (point.IsSupported, point.Reason?.Contains("RelayDestinationType", StringComparison.Ordinal) != true));
        Assert.Equal(insurance, capabilities.Options[ShipmentOption.Insurance].IsSupported);
        Assert.Equal(labels, capabilities.Labels.Count);
    }

    private static async Task<string> StartAsync(Action<ColisPriveCarrierOptions> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddColisPriveCarrier(configure);
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
