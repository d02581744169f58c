using Commerce.Marketplaces;
using Commerce.Marketplaces.Cdiscount;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.VendorContracts.Cdiscount;

/// <summary>The samples beside the contract, and requests that are made of the same data.</summary>
internal static class CdiscountSamples
{
    internal static OfferDraft Draft => new()
    {
        Sku = new("MY-SKU-001"),
        ProductId = "1234567890128",
        Condition = "New",
        Price = Money.Eur(144.99m),
        Taxes = [PriceTax.OfPercent("VAT", 20m), PriceTax.OfAmount("Ecotax", Money.Eur(0.3m))],
        LeadTimeDays = 2,
        Quantity = 12,
        VendorFields = new Dictionary<string, string> { ["deliveryModes.TRK.cost"] = "4.9", ["deliveryModes.TRK.additionalCost"] = "1.0" },
    };

    internal static SendMessageRequest NewDiscussion => new()
    {
        OrderId = new("SCID01260319095729EXMP"), Subject = "Delivery address", Topic = "orderModification", Body = "Hello, could you confirm your street number?",
    };

    internal static OfferBatch Batch(params string[] skus) => new()
    {
        Id = new BatchId("PKG001"), Kind = OfferBatchKind.Stock, State = OfferBatchState.Running, Keys = [.. (skus.Length == 0 ? ["A"] : skus).Select(sku => new OfferKey(new(sku)))],
    };

    internal static string PathOf(string file) => VendorSpecs.PathOf("marketplaces", "cdiscount", "samples", file);

    internal static ServiceProvider Provider(Uri address, Action<CdiscountMarketplaceOptions> configure, params DelegatingHandler[] edges)
    {
        var services = new ServiceCollection();
        var http = services.AddCdiscountMarketplace(options =>
        {
            (options.BaseAddress, options.TokenAddress) = (address, new Uri(address, "/auth/token"));
            (options.ClientId, options.ClientSecret, options.SellerId) = ("invented-client", "invented-secret", "12345");
            (options.TaxEncoding, options.CancellationField, options.MessageForm) =
                (CdiscountTaxEncoding.Percent, CdiscountCancellationField.OrderSellerId, CdiscountMessageForm.Receivers);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
            configure(options);
        });
        foreach (var edge in edges)
        {
            http.AddHttpMessageHandler(() => edge);
        }

        return services.BuildServiceProvider();
    }
}
