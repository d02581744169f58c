using Commerce.Marketplaces.Cdiscount;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

/// <summary>What Octopia's sources contradict each other about is not guessed: nothing is sent before the user has chosen, and the preview shows each choice.</summary>
public sealed class CdiscountUndecidedTests : IDisposable
{
    private static readonly PriceChange Change = new()
    {
        Sku = new("MY-SKU-002"), Price = Money.Eur(99.90m), OriginalPrice = Money.Eur(120m), Taxes = [PriceTax.OfPercent("VAT", 20m), PriceTax.OfAmount("Ecotax", Money.Eur(0.30m))],
    };

    private readonly List<ServiceProvider> _providers = [];

    public void Dispose() => _providers.ForEach(static provider => provider.Dispose());

    [Fact]
    public async Task Prices_and_offers_are_refused_as_long_as_the_tax_encoding_is_not_chosen()
    {
        var prices = await Client().UpdatePricesAsync([Change]);
        var offers = await ((IOfferWriter)Client()).PutOffersAsync([Draft()]);

        Assert.All([prices, offers], static batch =>
        {
            Assert.Equal(OfferBatchState.Failed, batch.State);
            var refusal = batch.Items.Single().Refusal!;
            Assert.Equal((RefusalCode.NotSupported, "TaxEncoding"), (refusal.Code, refusal.Field));
            Assert.Contains("{\"code\":\"VAT\",\"value\":20}", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("{\"code\":\"vat\",\"type\":\"Rate\",\"value\":0.2}", refusal.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_whole_order_is_not_cancelled_as_long_as_the_field_is_not_chosen()
    {
        var outcome = await ((IOrderCancellation)Client()).CancelOrderAsync(new CancelOrderRequest { OrderId = new("SCID1"), Reason = CancellationReason.OutOfStock });

        Assert.Equal((RefusalCode.NotSupported, "CancellationField"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Contains("orderSellerId", outcome.Refusal?.Message, StringComparison.Ordinal);
        Assert.Contains("orderId", outcome.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_not_sent_as_long_as_its_form_is_not_chosen()
    {
        var outcome = await ((IMessagingClient)Client()).SendMessageAsync(new SendMessageRequest { ThreadId = new("d1"), Body = "Hello, it leaves today." });

        Assert.Equal((RefusalCode.NotSupported, "MessageForm"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
    }

    [Theory]
    [InlineData(CdiscountTaxEncoding.Percent, """[{"sellerExternalReference":"MY-SKU-002","price":{"price":99.90,"originPrice":120,"taxes":[{"code":"VAT","value":20},{"code":"Ecotax","value":0.30},{"code":"Deatax","value":0}]}}]""")]
    [InlineData(CdiscountTaxEncoding.Rate, """[{"sellerExternalReference":"MY-SKU-002","price":{"price":99.90,"originPrice":120,"currencyCode":"EUR","taxes":[{"code":"vat","type":"Rate","value":0.2},{"code":"ecoTax","type":"Amount","value":0.30},{"code":"deaTax","type":"Amount","value":0}]}}]""")]
    public void A_preview_shows_the_bodies_of_an_encoding_to_the_byte(CdiscountTaxEncoding encoding, string body)
    {
        var preview = Client().PreviewPrices([Change], encoding);

        Assert.Equal(["""{"packageType":"Update"}""", body, """{"state":"Ready"}"""], preview.Requests);
        Assert.Empty(preview.Items);
    }

    [Fact]
    public async Task A_preview_shows_both_encodings_as_long_as_none_is_chosen_then_only_that_one()
    {
        var open = await ((IOfferPreview)Client()).PreviewPricesAsync([Change]);
        var chosen = await ((IOfferPreview)Client(static options => options.TaxEncoding = CdiscountTaxEncoding.Rate)).PreviewPricesAsync([Change]);
        var offers = await ((IOfferPreview)Client()).PreviewOffersAsync([Draft()]);

        Assert.Equal(
            [.. Client().PreviewPrices([Change], CdiscountTaxEncoding.Percent).Requests, .. Client().PreviewPrices([Change], CdiscountTaxEncoding.Rate).Requests],
            open.Requests);
        Assert.Equal("TaxEncoding", open.Items.Single().Refusal?.Field);
        Assert.Equal(Client().PreviewPrices([Change], CdiscountTaxEncoding.Rate).Requests, chosen.Requests);
        Assert.Equal(6, offers.Requests.Count);
    }

    [Fact]
    public void Items_that_cannot_be_sent_are_told_one_by_one()
    {
        var preview = Client().PreviewPrices(
        [
            Change,
            Change with { Sku = new("A"), Taxes = [] },
            Change with { Sku = new("B"), Taxes = [PriceTax.OfAmount("Ecotax", Money.Eur(1m))] },
            Change with { Sku = new("C"), Taxes = [PriceTax.OfPercent("Ecotax", 1m)] },
            Change with { Sku = new("D"), Taxes = [PriceTax.OfPercent("TVA", 20m)] },
            Change with { Sku = new("E"), Channel = "OTHER" },
            Change with { Sku = new("F"), MinimumPrice = Money.Eur(1m) },
            Change with { Sku = new(new string('G', 51)) },
            Change with { Sku = new("H"), OriginalPrice = new Money(1m, Currency.Usd) },
            Change with { Sku = new("I"), VendorFields = new Dictionary<string, string> { ["colour"] = "red" } },
        ],
        CdiscountTaxEncoding.Percent);

        Assert.Equal(["Taxes", "Taxes", "Taxes", "Taxes", "Channel", "MinimumPrice", "Sku", "Price", "VendorFields"], preview.Items.Select(item => item.Refusal?.Field));
        Assert.DoesNotContain("\"A\"", preview.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123", "EAN", "4.90", "ProductId")]
    [InlineData("AUC1", "ASIN", "4.90", "ProductId")]
    [InlineData("AUC1", "REFERENCE", "4,90", "VendorFields")]
    [InlineData("AUC1", "REFERENCE", "4.90", null)]
    public void A_whole_offer_is_checked_before_it_is_sent(string product, string type, string cost, string? field)
    {
        var draft = Draft() with { ProductId = product, ProductIdType = type, VendorFields = new Dictionary<string, string> { ["deliveryModes.TRK.cost"] = cost } };

        Assert.Equal(field, Client().PreviewOffers([draft], CdiscountTaxEncoding.Percent).Items.SingleOrDefault()?.Refusal?.Field);
    }

    [Fact]
    public async Task A_sku_twice_in_one_batch_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Client().UpdateStockAsync([new StockChange { Sku = new("A"), Quantity = 1 }, new StockChange { Sku = new("A"), Quantity = 2, Channel = "CDISFR" }]));

    [Theory]
    [InlineData("short", null, "Body")]
    [InlineData("Hello, how are you?", null, "Topic")]
    [InlineData("Hello, how are you?", "virus.exe", "Attachments")]
    public async Task A_message_is_checked_before_it_is_sent(string body, string? file, string field)
    {
        var outcome = await ((IMessagingClient)Client()).SendMessageAsync(new SendMessageRequest
        {
            OrderId = new("SCID1"), Body = body, Subject = "A question", Attachments = file is null ? [] : [new MessageAttachment(file, "application/octet-stream", new byte[1])],
        });

        Assert.Equal((RefusalCode.Validation, field), (outcome.Refusal?.Code, outcome.Refusal?.Field));
    }

    [Theory]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    [InlineData("SellerId")]
    [InlineData("SalesChannelId")]
    [InlineData("Language")]
    [InlineData("TokenAddress")]
    [InlineData("TaxEncoding")]
    [InlineData("DefaultVatPercent")]
    public void A_wrong_option_is_named_at_the_start(string option)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client(options =>
        {
            _ = option switch
            {
                "ClientId" => options.ClientId = "",
                "ClientSecret" => options.ClientSecret = "",
                "SellerId" => options.SellerId = "no blanks",
                "SalesChannelId" => options.SalesChannelId = "",
                "Language" => options.Language = "de-DE",
                "TokenAddress" => (options.TokenAddress = new Uri("token", UriKind.Relative)).ToString(),
                "TaxEncoding" => (options.TaxEncoding = (CdiscountTaxEncoding)7).ToString(),
                _ => (options.DefaultVatPercent = 101m).ToString(),
            };
        }));

        Assert.Contains(option, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", failure.Message, StringComparison.Ordinal);
    }

    private static OfferDraft Draft() => new()
    {
        Sku = new("MY-SKU-001"), ProductId = "1234567890128", Price = Money.Eur(10m), Quantity = 1, Condition = "New", Taxes = [PriceTax.OfPercent("VAT", 20m)],
    };

    // The address answers nobody: whatever was sent would fail.
    private ICdiscountMarketplaceClient Client(Action<CdiscountMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCdiscountMarketplace(options =>
        {
            (options.BaseAddress, options.TokenAddress) = (new Uri("http://127.0.0.1:9/"), new Uri("http://127.0.0.1:9/token"));
            (options.ClientId, options.ClientSecret, options.SellerId) = ("a-client", "a-secret", "12345");
            configure?.Invoke(options);
        });
        _providers.Add(services.BuildServiceProvider());
        return _providers[^1].GetRequiredKeyedService<ICdiscountMarketplaceClient>("cdiscount");
    }
}
