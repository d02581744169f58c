using System.Text.Json.Nodes;
using Commerce.Carriers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Dpd;

/// <summary>Every request of the META-API against DPD's own OpenAPI, played by Prism with closed bodies, and against DPD's sample requests.</summary>
public sealed class DpdMetaContractTests
{
    [VendorSpecFact]
    public Task Shipment_keeps_the_contract() => CheckAsync("shipment", client => client.CreateShipmentAsync(DpdSamples.Shipment), "shipment.classic.request.json");

    [VendorSpecFact]
    public Task Shipment_of_several_parcels_keeps_the_contract() =>
        CheckAsync("shipment", client => client.CreateShipmentAsync(DpdSamples.TwoParcels), "shipment.multiParcel.request.json");

    [VendorSpecFact]
    public Task Shipment_with_every_option_keeps_the_contract() => CheckAsync("shipment", client => client.CreateShipmentAsync(DpdSamples.EveryOption));

    [VendorSpecFact]
    public Task Cash_on_delivery_keeps_the_contract() => CheckAsync("shipment", client => client.CreateShipmentAsync(DpdSamples.Cash), "shipment.cod.request.json");

    [VendorSpecFact]
    public Task Delivery_to_a_shop_keeps_the_contract() => CheckAsync("shipment", client => client.CreateShipmentAsync(DpdSamples.Shop), "shipment.pickup.request.json");

    [VendorSpecFact]
    public Task Customs_keep_the_contract() => CheckAsync("shipment", client => client.CreateShipmentAsync(DpdSamples.Customs));

    [VendorSpecFact]
    public Task Return_keeps_the_contract() => CheckAsync("shipment", client => ((IReturnLabelClient)client).CreateReturnAsync(
        DpdSamples.Shipment with { Service = new CarrierService("332") }));

    [VendorSpecFact]
    public Task Dry_run_keeps_the_contract() => CheckAsync("shipment", client => ((IShipmentValidator)client).ValidateShipmentAsync(DpdSamples.Shipment));

    [VendorSpecFact]
    public Task Label_keeps_the_contract() => CheckAsync("label", client => DpdSamples.LabelAsync(client), "label.request.json");

    [VendorSpecFact]
    public Task Collection_keeps_the_contract() => CheckAsync(
        "pickupscheduling", client => ((IPickupScheduler)client).BookPickupAsync(DpdSamples.Pickup), "pickupscheduling.request.json");

    [VendorSpecFact]
    public Task Collection_at_a_third_party_keeps_the_contract() => CheckAsync("colreq", client => DpdSamples.CollectAsync(client), "colreq.samples.json");

    [VendorSpecFact]
    public async Task Login_keeps_the_contract()
    {
        using var slice = OpenApiSlice.Of(VendorSpecs.PathOf("carriers", "dpd", "meta-api", "meta-api-openapi.json"), ("post", "/shipping/v1/login", null));
        await using var mock = await PrismMock.StartAsync(slice.File);
        using var edge = new ContractEdge();
        await using var provider = DpdSamples.Provide(edge, mock.Address);

        // The contract forgets the header with the token, so Prism sends none.
        var failure = await Assert.ThrowsAsync<CommerceException>(
            () => provider.GetRequiredKeyedService<ICarrierClient>("dpd").CreateShipmentAsync(DpdSamples.Shipment));

        Assert.Equal(("token", 200), (failure.Operation, failure.HttpStatus));
        Assert.Empty(edge.Violations);
        Assert.Equal(1, edge.Calls);
    }

    private static async Task CheckAsync(string operation, Func<ICarrierClient, Task> call, string? sample = null)
    {
        using var slice = OpenApiSlice.Of(VendorSpecs.PathOf("carriers", "dpd", "meta-api", "meta-api-openapi.json"), ("post", $"/shipping/v1/{operation}", null));
        await using var mock = await PrismMock.StartAsync(slice.File);
        using var contract = new ContractEdge();
        using var edge = new DpdLoginEdge(slice);
        var services = new ServiceCollection();
        services.AddDpdCarrier(options =>
        {
            options.BaseAddress = mock.Address;
            (options.Login, options.Password, options.AccountNumber) = ("invented", "invented-secret", "000000");
            (options.CustomerId, options.SubAccountNumber, options.SendingDepot, options.NotificationLanguage) = ("000000", "1", "0000000", "FR");
        }).AddHttpMessageHandler(() => edge).AddHttpMessageHandler(() => contract);
        await using var provider = services.BuildServiceProvider();

        try
        {
            await call(provider.GetRequiredKeyedService<ICarrierClient>("dpd"));
        }
        catch (CommerceException)
        {
            // Prism invents answers within the contract, not ones that make sense together; what breaks the contract is in Violations.
        }

        Assert.True(contract.Violations.Count == 0, string.Join('\n', contract.Violations));
        Assert.Empty(edge.UnknownQuery);
        var sent = Assert.Single(edge.Bodies);
        if (sample is not null)
        {
            var theirs = JsonNode.Parse(await File.ReadAllBytesAsync(VendorSpecs.PathOf("carriers", "dpd", "meta-api", sample)))!;
            theirs = sample.EndsWith("samples.json", StringComparison.Ordinal) ? theirs["request"]! : theirs;
            Assert.Empty(Leaves(theirs, "").Except(Leaves(sent, "")));
        }
    }

    /// <summary>Names every value with its kind: a number where the sample has text is another value.</summary>
    private static IEnumerable<string> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject item => item.SelectMany(member => Leaves(member.Value, $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany(child => Leaves(child, path)).Distinct(),
        JsonValue value => [$"{path} {value.GetValueKind()}"],
        _ => [],
    };
}
