using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.VendorContracts.Ups;

/// <summary>UPS's own example answers.</summary>
public sealed class UpsExampleTests
{
    [VendorSpecFact]
    public Task Rates() => ReadAsync("rate.response.json", client => ((IRateProvider)client).GetRatesAsync(UpsContractTests.Rates));

    private static async Task ReadAsync<T>(string file, Func<ICarrierClient, Task<T>> call, params Waiver[] waivers)
    {
        using var edge = new ExampleEdge("application/json", UpsContractTests.Token);
        var services = new ServiceCollection();
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = new Uri("http://ups.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "A1B2C3");
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<ICarrierClient>("ups");

        await ExampleAnswers.ReadWithoutLossAsync(
            await File.ReadAllBytesAsync(VendorSpecs.PathOf("carriers", "ups", "samples", file)),
            async body =>
            {
                edge.Answer = _ => body;
                return await call(client);
            },
            waivers);
    }
}
