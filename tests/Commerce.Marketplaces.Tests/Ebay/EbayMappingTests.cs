using System.Text.Json;
using Commerce.Marketplaces.Ebay;
using Commerce.Marketplaces.Ebay.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

public sealed class EbayMappingTests
{
    [Theory]
    [InlineData("FULFILLED", "PAID", "CANCELED", "cancelled")]
    [InlineData("NOT_STARTED", "PAID", "IN_PROGRESS", "ready_to_ship")]
    [InlineData("FULFILLED", "FULLY_REFUNDED", "NONE_REQUESTED", "refunded")]
    [InlineData("NOT_STARTED", "PENDING", "NONE_REQUESTED", "pending_payment")]
    [InlineData("NOT_STARTED", "FAILED", "NONE_REQUESTED", "pending_payment")]
    [InlineData("FULFILLED", "PAID", "NONE_REQUESTED", "shipped")]
    [InlineData("FULFILLED", "PARTIALLY_REFUNDED", "NONE_REQUESTED", "shipped")]
    [InlineData("IN_PROGRESS", "PAID", "NONE_REQUESTED", "partially_shipped")]
    [InlineData("NOT_STARTED", "PAID", "NONE_REQUESTED", "ready_to_ship")]
    [InlineData("NOT_STARTED", "PARTIALLY_REFUNDED", "NONE_REQUESTED", "ready_to_ship")]
    [InlineData("UNHEARD_OF", "PAID", "NONE_REQUESTED", "unknown")]
    [InlineData("NOT_STARTED", "UNHEARD_OF", "NONE_REQUESTED", "unknown")]
    public void Each_state_of_an_order_is_mapped_on_purpose(string fulfilment, string payment, string cancel, string expected)
    {
        var order = Order($$$"""{"orderFulfillmentStatus":"{{{fulfilment}}}","orderPaymentStatus":"{{{payment}}}","cancelStatus":{"cancelState":"{{{cancel}}}"}}""");

        Assert.Equal(expected, EbayStates.Of(order).Value);
        Assert.StartsWith($"{fulfilment}/{payment}", EbayStates.Word(order), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RETURN_REQUESTED", "awaiting_decision")]
    [InlineData("READY_FOR_SHIPPING", "accepted")]
    [InlineData("ITEM_SHIPPED", "accepted")]
    [InlineData("ITEM_DELIVERED", "received")]
    [InlineData("LESS_THAN_A_FULL_REFUND_ISSUED", "received")]
    [InlineData("PARTIAL_REFUND_REQUESTED", "accepted")]
    [InlineData("CLOSED", "closed")]
    [InlineData("ESCALATED", "unknown")]
    [InlineData("REPLACEMENT_REQUESTED", "unknown")]
    [InlineData(null, "unknown")]
    public void Each_state_of_a_return_is_mapped_on_purpose(string? status, string expected) => Assert.Equal(expected, EbayStates.OfReturn(status).Value);

    [Theory]
    [InlineData("CANCEL_REQUESTED", MarketplaceRequestState.Pending)]
    [InlineData("CANCEL_PENDING", MarketplaceRequestState.Pending)]
    [InlineData("CANCEL_CLOSED_WITH_REFUND", MarketplaceRequestState.Done)]
    [InlineData("CANCEL_CLOSED_NO_REFUND", MarketplaceRequestState.Done)]
    [InlineData("CANCEL_CLOSED_UNKNOWN_REFUND", MarketplaceRequestState.Done)]
    [InlineData("CANCEL_REJECTED", MarketplaceRequestState.Failed)]
    [InlineData("CANCEL_CLOSED_FOR_COMMITMENT", MarketplaceRequestState.Failed)]
    [InlineData("INVALID", MarketplaceRequestState.Failed)]
    public void Each_state_of_a_cancellation_is_mapped_on_purpose(string status, MarketplaceRequestState expected) =>
        Assert.Equal(expected, EbayStates.OfCancellation(status));

    [Fact]
    public void A_tax_that_eBay_collects_is_told_once_and_shows_that_prices_do_not_hold_it()
    {
        var order = EbayMapping.FromOrder(Order(
            """
            {"orderId":"1","creationDate":"2026-03-02T09:00:00.000Z","lastModifiedDate":"2026-03-02T09:00:00.000Z","pricingSummary":{"total":{"value":"12.3","currency":"GBP"}},
            "lineItems":[{"lineItemId":"1","quantity":1,"lineItemCost":{"value":"10","currency":"GBP"},"deliveryCost":{"shippingCost":{"value":"0.3","currency":"GBP"}},
            "taxes":[{"taxType":"VAT","amount":{"value":"2.0","currency":"GBP"}}],"ebayCollectAndRemitTaxes":[{"taxType":"VAT","amount":{"value":"2.0","currency":"GBP"}}]}]}
            """));

        Assert.Equal((2m, false, 0.3m), (order.Lines[0].Tax!.Value.Amount, order.PricesIncludeTax, order.Amounts!.Shipping!.Value.Amount));
        Assert.Equal("VAT", order.Lines[0].Taxes.Single().Key);
    }

    [Fact]
    public void An_adjustment_of_the_whole_order_leaves_the_shipping_open()
    {
        var order = EbayMapping.FromOrder(Order(
            """
            {"orderId":"1","creationDate":"2026-03-02T09:00:00.000Z","lastModifiedDate":"2026-03-02T09:00:00.000Z","pricingSummary":{"total":{"value":"8.0","currency":"EUR"},"adjustment":{"value":"-2.0","currency":"EUR"}},
            "lineItems":[{"lineItemId":"1","quantity":1,"lineItemCost":{"value":"10","currency":"EUR"}}]}
            """));

        Assert.Equal((null, 8m), (order.Amounts!.Shipping, order.Amounts.Total.Amount));
    }

    [Theory]
    [InlineData("dpd", "DPD")]
    [InlineData("FEDEX", "FedEx")]
    [InlineData("own", "OWN_CODE")]
    [InlineData("Another Carrier", "Another Carrier")]
    public void Carriers_go_by_eBays_codes_and_others_as_they_are(string code, string expected) =>
        Assert.Equal(expected, EbayCodes.Carrier(code, new Dictionary<string, string> { ["own"] = "OWN_CODE" }));

    [Fact]
    public void All_mistakes_of_the_options_are_told_at_once()
    {
        var services = new ServiceCollection();
        services.AddEbayMarketplace(options =>
        {
            (options.MarketplaceId, options.SigningKeyJwe, options.VerificationToken) = ("EBAY_CH", "jwe", "short");
            (options.NotificationEndpoint, options.NotificationTolerance, options.ReturnLookBack) = ("http://shop.example.com", TimeSpan.Zero, TimeSpan.Zero);
        });
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IMarketplaceClient>("ebay"));

        Assert.All(
            ["ClientId", "ClientSecret", "RefreshToken", "ContentLanguage", "SigningPrivateKey", "VerificationToken", "NotificationEndpoint", "NotificationTolerance", "ReturnLookBack"],
            field => Assert.Contains(field, failure.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("AAAA")]
    public void A_signing_key_that_is_none_is_told_at_the_start(string key)
    {
        var result = new EbayMarketplaceOptionsValidator().Validate(null, new EbayMarketplaceOptions
        {
            ClientId = "i", ClientSecret = "s", RefreshToken = "r", MarketplaceId = "EBAY_DE", SigningKeyJwe = "jwe", SigningPrivateKey = key,
        });

        Assert.Contains("SigningPrivateKey", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static EbayOrder Order(string json) => JsonSerializer.Deserialize(json, EbayJson.Default.EbayOrder)!;
}
