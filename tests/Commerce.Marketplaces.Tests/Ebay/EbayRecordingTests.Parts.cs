using Commerce.Marketplaces.Ebay;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

/// <summary>What goes well in part, what is not there, and what is shown before it is sent.</summary>
public sealed partial class EbayRecordingTests
{
    [Fact]
    public async Task Prices_get_an_outcome_for_each_item()
    {
        var batch = await Client().UpdatePricesAsync(
        [
            new PriceChange { Sku = new("LAMP-42"), Price = Money.Eur(42m) },
            new PriceChange { Sku = new("LAMP-43"), Price = Money.Eur(0.5m) },
            new PriceChange { Sku = new("DRAFT-44"), Price = Money.Eur(44m) },
            new PriceChange { Sku = new("NEW-40"), Price = Money.Eur(45m) },
            new PriceChange { Sku = new("LAMP-46"), Price = Money.Eur(46m), OriginalPrice = Money.Eur(50m) },
        ]);

        Assert.Equal([null, "ExternalRejected", "InvalidTransition", "NotFound", "NotSupported"], batch.Items.Select(item => item.Refusal?.Code.Value));
        Assert.Equal("25002", batch.Items[1].Refusal!.VendorCode);
        Assert.Equal(1, ebay.Sent("/bulk_update_price_quantity"));
    }

    [Fact]
    public async Task A_price_that_cannot_be_looked_up_does_not_hide_the_others()
    {
        var batch = await Client().UpdatePricesAsync(
        [
            new PriceChange { Sku = new("LAMP-40"), Price = Money.Eur(69.9m) },
            new PriceChange { Sku = new("LOST-1"), Price = Money.Eur(3m) },
        ]);

        Assert.Equal([null, "ExternalUnavailable"], batch.Items.Select(item => item.Refusal?.Code.Value));
    }

    [Fact]
    public async Task Offers_are_written_with_an_outcome_for_each()
    {
        var batch = await ((IOfferWriter)Client()).PutOffersAsync(
        [
            EbayRecordedCalls.Draft,
            EbayRecordedCalls.Draft with { Sku = new("NEW-45") },
            EbayRecordedCalls.Draft with { Sku = new("NEW-46"), ProductIdType = "ASIN" },
        ]);

        Assert.Equal([null, "25707", null], batch.Items.Select(item => item.Refusal?.VendorCode));
        Assert.Equal([true, false, false], batch.Items.Select(item => item.IsSuccess));
    }

    [Fact]
    public async Task Offers_are_ended_with_an_outcome_for_each_and_a_draft_needs_no_end()
    {
        var batch = await ((IOfferWriter)Client()).EndOffersAsync(
            [new OfferKey(new("LAMP-40")), new OfferKey(new("LAMP-42")), new OfferKey(new("DRAFT-44")), new OfferKey(new("NEW-40"))]);

        Assert.Equal([null, "25019", null, "25713"], batch.Items.Select(item => item.Refusal?.VendorCode));
        Assert.Equal(2, ebay.Sent("/withdraw"));
    }

    [Fact]
    public async Task Parcels_are_told_with_an_outcome_for_each()
    {
        var shipped = await Client().ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("12-00040-00002"),
            Parcels =
            [
                new MarketplaceParcel { TrackingNumber = "GOOD-1", CarrierCode = "dpd", Lines = [new ParcelLine { LineId = new("1001"), Quantity = 1 }] },
                new MarketplaceParcel { TrackingNumber = "BAD-2", CarrierCode = "dpd", Lines = [new ParcelLine { LineId = new("1001"), Quantity = 1 }] },
            ],
        });

        Assert.Equal([null, "32300"], shipped.Value.Parcels.Select(parcel => parcel.Refusal?.VendorCode));
        Assert.False(shipped.Value.WasAlreadyShipped);
    }

    [Fact]
    public async Task A_conversation_that_is_marked_read_and_not_archived_is_refused()
    {
        var updated = await ((IThreadUpdates)Client()).UpdateThreadAsync(new ThreadUpdate { ThreadId = new("2900000042"), IsRead = true, IsOpen = false });

        Assert.Equal((RefusalCode.ExternalRejected, "355014"), Told(updated.Refusal));
        Assert.Equal(2, ebay.Sent("/update_conversation"));
    }

    [Fact]
    public async Task What_eBay_does_not_know_is_nothing_or_a_refusal()
    {
        var client = CallsClient("ship-order");

        Assert.Null(await client.FindOrderAsync(new("12-00040-00009")));
        Assert.Empty(await client.ListRefundsAsync(new("12-00040-00009")));
        Assert.Null(await client.FindPaymentDisputeAsync("5240000049"));
        Assert.Equal(RefusalCode.NotFound, (await client.AnswerPaymentDisputeAsync("5240000049", true)).Refusal?.Code);
        Assert.Null(await ((IMessagingClient)client).FindThreadAsync(new("2900000049")));
        Assert.Equal((RefusalCode.NotFound, "195014"), Told((await EbayRecordedCalls.Subscribe(client, "NONE")).Refusal));
        Assert.Equal(RefusalCode.NotFound, (await ((INotificationSubscriptions)client).DeleteSubscriptionAsync(new("s-none"))).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await ((INotificationSubscriptions)client).TestSubscriptionAsync(new("s-none"))).Refusal?.Code);
        Assert.Empty(await client.ReadQuotasAsync(api: "none"));
    }

    [Fact]
    public async Task An_endpoint_that_fails_eBays_challenge_is_refused()
    {
        var client = CallsClient("create-destination", configure: options => options.NotificationEndpoint = "https://shop.example.com/mute");

        Assert.Equal((RefusalCode.ExternalRejected, "195020"), Told((await EbayRecordedCalls.Subscribe(client, "ITEM_SOLD", "https://shop.example.com/mute")).Refusal));
    }

    [Fact]
    public async Task A_mailbox_that_eBay_goes_on_missing_is_told_once_and_the_refusal_says_so()
    {
        var client = CallsClient("put-config", "ODD");

        Assert.Equal((RefusalCode.Validation, "195003"), Told((await EbayRecordedCalls.Subscribe(client, "ITEM_SOLD", "https://shop.example.com/alert")).Refusal));
        Assert.Equal((1, 3), (ebay.Sent("/v1/config"), ebay.Sent("/v1/destination")));
    }

    [Fact]
    public async Task Subscriptions_of_the_application_and_of_the_seller_are_listed_together()
    {
        var all = await ((INotificationSubscriptions)CallsClient("list-subscriptions")).ListSubscriptionsAsync();

        Assert.Equal([("s-app", true), ("s-user", false)], all.Select(known => (known.Id.Value, known.IsActive)));
        Assert.All(all, known => Assert.Equal("https://shop.example.com/ebay", known.Destination));
    }

    [Fact]
    public async Task A_report_that_was_aborted_has_failed_and_an_empty_file_is_a_protocol_failure()
    {
        var aborted = await Client().GetReportAsync(new EbayReport("task-41", MarketplaceRequestState.Pending, "CREATED"));

        Assert.Equal((MarketplaceRequestState.Failed, "ABORTED"), (aborted.State, aborted.VendorState));
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Client().DownloadReportAsync(aborted))).Kind);
    }

    [Fact]
    public async Task A_notification_is_genuine_by_the_recorded_key_and_forged_by_an_unknown_one()
    {
        var verifier = (IWebhookVerifier<MarketplaceNotification>)Client();
        var forged = new WebhookRequest(EbayRecordedCalls.Pushed.Body, [new("X-EBAY-SIGNATURE", EbayRecordedCalls.Signature("unknown-key"))]);

        var genuine = await verifier.VerifyAsync(EbayRecordedCalls.Pushed);

        Assert.Equal(("recorded-1", "user-1"), (genuine.Value.Id, genuine.Value.BuyerId));
        Assert.Equal(RefusalCode.Forbidden, (await verifier.VerifyAsync(forged)).Refusal?.Code);
    }

    [Theory]
    [InlineData("refused", CommerceErrorKind.Unauthorized, "invalid_grant")]
    [InlineData("fails", CommerceErrorKind.Unavailable, "server_error")]
    [InlineData("lifeless", CommerceErrorKind.Protocol, null)]
    [InlineData("reset", CommerceErrorKind.Unavailable, null)]
    public async Task A_token_that_is_not_given_fails_the_call_before_it_is_sent(string refreshToken, CommerceErrorKind kind, string? code)
    {
        var failure = await FailureAsync(() => Client(options => options.RefreshToken = refreshToken).FindOrderAsync(new("12-00040-00001")));

        Assert.Equal((kind, code), (failure.Kind, failure.VendorCode));
        Assert.Equal(0, ebay.Sent("/order/"));
    }

    [Fact]
    public async Task A_preview_of_prices_is_what_is_sent_then()
    {
        var changes = (PriceChange[])
        [
            new PriceChange { Sku = new("LAMP-40"), Price = Money.Eur(69.9m) },
            new PriceChange { Sku = new("NEW-40"), Price = Money.Eur(5m) },
        ];

        var preview = await ((IOfferPreview)Client()).PreviewPricesAsync(changes);
        Assert.Equal(0, ebay.Sent("/bulk_update_price_quantity"));
        await Client().UpdatePricesAsync(changes);

        Assert.Equal((await ebay.RequestsAsync("/bulk_update_price_quantity")).Select(request => System.Text.Encoding.UTF8.GetString(request.Body)), preview.Requests);
        Assert.Equal([null, "NotFound"], preview.Items.Select(item => item.Refusal?.Code.Value));
    }

    [Fact]
    public async Task A_preview_of_offers_is_what_is_sent_then()
    {
        var drafts = (OfferDraft[])[EbayRecordedCalls.Draft, EbayRecordedCalls.Known, EbayRecordedCalls.Draft with { Sku = new("NEW-46"), LeadTimeDays = 2 }];

        var preview = await ((IOfferPreview)Client()).PreviewOffersAsync(drafts);
        Assert.DoesNotContain(await AddressesAsync(), address => !address.StartsWith("GET ", StringComparison.Ordinal));
        await ((IOfferWriter)Client()).PutOffersAsync(drafts);

        var sent = (await ebay.RequestsAsync("/sell/inventory/")).Where(request => request.Body.Length > 0).Select(request => System.Text.Encoding.UTF8.GetString(request.Body));
        Assert.Equal(sent, preview.Requests);
        Assert.Equal([null, null, "NotSupported"], preview.Items.Select(item => item.Refusal?.Code.Value));
    }
}
