using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Benchmarks;

/// <summary>Answers rate calls in UPS's shape, in a process of its own, so that only the clients are measured. Invented data.</summary>
internal static class RateServer
{
    private const string Token = """{"token_type":"Bearer","access_token":"benchmark","expires_in":"14399"}""";

    private const string Rates = """
        {"RateResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},"RatedShipment":[
        {"Service":{"Code":"11","Description":""},"RatedShipmentAlert":[{"Code":"110971","Description":"Your invoice may vary from the displayed reference rates"}],"BillingWeight":{"UnitOfMeasurement":{"Code":"KGS","Description":"Kilograms"},"Weight":"2.5"},"TransportationCharges":{"CurrencyCode":"EUR","MonetaryValue":"14.20"},"ServiceOptionsCharges":{"CurrencyCode":"EUR","MonetaryValue":"0.00"},"TotalCharges":{"CurrencyCode":"EUR","MonetaryValue":"14.20"},"NegotiatedRateCharges":{"TotalCharge":{"CurrencyCode":"EUR","MonetaryValue":"11.90"}},"GuaranteedDelivery":{"BusinessDaysInTransit":"2"},"RatedPackage":[{"TransportationCharges":{"CurrencyCode":"EUR","MonetaryValue":"14.20"},"TotalCharges":{"CurrencyCode":"EUR","MonetaryValue":"14.20"},"Weight":"2.5"}]},
        {"Service":{"Code":"65","Description":""},"BillingWeight":{"UnitOfMeasurement":{"Code":"KGS","Description":"Kilograms"},"Weight":"2.5"},"TransportationCharges":{"CurrencyCode":"EUR","MonetaryValue":"27.30"},"ServiceOptionsCharges":{"CurrencyCode":"EUR","MonetaryValue":"0.00"},"TotalCharges":{"CurrencyCode":"EUR","MonetaryValue":"27.30"},"NegotiatedRateCharges":{"TotalCharge":{"CurrencyCode":"EUR","MonetaryValue":"22.10"}},"GuaranteedDelivery":{"BusinessDaysInTransit":"1","DeliveryByTime":"12:00 P.M."},"RatedPackage":[{"TransportationCharges":{"CurrencyCode":"EUR","MonetaryValue":"27.30"},"TotalCharges":{"CurrencyCode":"EUR","MonetaryValue":"27.30"},"Weight":"2.5"}]}]}}
        """;

    internal static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("token", StringComparison.Ordinal) ? Token : Rates);
        });
        await application.StartAsync();
        Console.WriteLine(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        // It lives as long as whoever started it keeps its input open.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
