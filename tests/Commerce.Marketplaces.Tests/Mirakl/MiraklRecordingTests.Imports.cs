using Commerce.Marketplaces.Mirakl;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    [Fact]
    public async Task Stock_is_uploaded_as_a_file()
    {
        var batch = await Client(options => options.ShopId = 2000).UpdateStockAsync(
        [
            new StockChange { Sku = new("LAMP-2"), Quantity = 0 },
            new StockChange { Sku = new("LAMP-1"), Quantity = 12, Warehouse = "LYON" },
            new StockChange { Sku = new("LAMP-1"), Quantity = 3, Warehouse = "LILLE" },
        ]);

        Assert.Equal((OfferBatchKind.Stock, OfferBatchState.Running, "22bb33cc-0000-4000-8000-00000000a001"), (batch.Kind, batch.State, batch.Id?.Value));
        Assert.Equal(["LAMP-2", "LAMP-1 at LYON", "LAMP-1 at LILLE"], batch.Keys.Select(key => key.ToString()));
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task Prices_are_uploaded_as_a_file()
    {
        var batch = await Client(options => options.ShopId = 2000).UpdatePricesAsync(
        [
            new PriceChange { Sku = new("LAMP-1"), Price = Euro(29.9m), OriginalPrice = Euro(39.9m) },
            new PriceChange { Sku = new("LAMP-2"), Price = Euro(1250m) },
        ]);

        Assert.Equal((OfferBatchKind.Price, OfferBatchState.Running, "22bb33cc-0000-4000-8000-00000000b001"), (batch.Kind, batch.State, batch.Id?.Value));
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task Prices_of_channels_are_uploaded_together()
    {
        await Client().UpdatePricesAsync(
        [
            new PriceChange { Sku = new("LAMP-1"), Price = Euro(29.9m) },
            new PriceChange { Sku = new("LAMP-2"), Price = Euro(9m) },
            new PriceChange { Sku = new("LAMP-1"), Price = Euro(27.5m), Channel = "FR" },
        ]);

        Snapshot.Match(await SentAsync());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task A_file_that_is_refused_is_a_failure(OfferBatchKind kind)
    {
        var failure = await FailureAsync(() => ImportAsync(kind, "BAD-1"));

        Assert.Equal((CommerceErrorKind.Invalid, "The file has no column offer-sku"), (failure.Kind, failure.VendorMessage));
        Assert.Equal(1, mirakl.Sent());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task A_throttled_import_tells_how_long_to_wait(OfferBatchKind kind)
    {
        var failure = await FailureAsync(() => ImportAsync(kind, "BUSY-1"));

        Assert.Equal((CommerceErrorKind.Throttled, TimeSpan.FromSeconds(120)), (failure.Kind, failure.RetryAfter));
        Assert.Equal(1, mirakl.Sent());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task An_import_without_a_number_is_a_protocol_failure(OfferBatchKind kind) =>
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => ImportAsync(kind, "ODD-1"))).Kind);

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task A_lost_import_is_sent_again(OfferBatchKind kind)
    {
        var batch = await ImportAsync(kind, "RESET-1");

        Assert.EndsWith("02", batch.Id?.Value, StringComparison.Ordinal);
        Assert.Equal(2, mirakl.Sent());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock, "SLOW-1")]
    [InlineData(OfferBatchKind.Stock, "CUT-1")]
    [InlineData(OfferBatchKind.Price, "SLOW-1")]
    [InlineData(OfferBatchKind.Price, "CUT-1")]
    public async Task An_import_without_an_answer_is_sent_twice_and_its_outcome_is_unknown(OfferBatchKind kind, string sku)
    {
        var failure = await FailureAsync(() => ImportAsync(kind, sku, ShortDeadline));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(2, mirakl.Sent());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task A_second_import_within_a_minute_is_not_sent(OfferBatchKind kind)
    {
        var client = Client(options => options.KeepCallFrequencies = true);
        await ImportAsync(client, kind, "LAMP-1");

        var failure = await FailureAsync(() => ImportAsync(client, kind, "LAMP-1"));

        Assert.Equal((CommerceErrorKind.Throttled, true), (failure.Kind, failure.WasNeverSent));
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
        Assert.Equal(1, mirakl.Sent());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task A_lost_import_whose_minute_is_used_up_may_have_happened(OfferBatchKind kind)
    {
        var failure = await FailureAsync(() => ImportAsync(kind, "RESET-1", options => options.KeepCallFrequencies = true));

        Assert.True(failure.IsOutcomeUnknown, failure.Message);
        Assert.Equal(1, mirakl.Sent());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task An_import_that_waits_is_still_running(OfferBatchKind kind)
    {
        var batch = await StatusAsync(kind, 10);

        Assert.Equal(OfferBatchState.Running, batch.State);
        Assert.Empty(batch.Items);
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task A_complete_import_tells_that_every_item_is_done(OfferBatchKind kind)
    {
        var batch = await StatusAsync(kind, 11, options => options.ShopId = 2000);

        Assert.Equal(OfferBatchState.Completed, batch.State);
        Assert.Equal(["LAMP-1", "LAMP-2"], batch.Items.Where(item => item.IsSuccess).Select(item => item.Key.Sku.Value));
        Snapshot.Match(await SentAsync(), kind.ToString());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock, 12)]
    [InlineData(OfferBatchKind.Stock, 15)]
    [InlineData(OfferBatchKind.Price, 12)]
    [InlineData(OfferBatchKind.Price, 15)]
    public async Task A_complete_import_with_lines_in_error_tells_which_items_and_why(OfferBatchKind kind, int number)
    {
        var batch = await StatusAsync(kind, number);

        Assert.Equal(OfferBatchState.Completed, batch.State);
        Assert.Equal(
            [("LAMP-1", null), ("LAMP-2", "mirakl refused: The offer \"LAMP-2\" is not known; create it first")],
            batch.Items.Select(item => (item.Key.Sku.Value, item.Refusal?.Message)));
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task An_error_report_is_asked_for_as_the_file_it_is(OfferBatchKind kind)
    {
        await StatusAsync(kind, 12, options => options.ShopId = 2000);

        Snapshot.Match((await mirakl.RequestsAsync("/error_report")).Single().ToText(), kind.ToString());
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock, "mirakl refused the import: no reason given")]
    [InlineData(OfferBatchKind.Price, "mirakl refused the import: The file could not be read")]
    public async Task A_failed_import_refuses_every_item(OfferBatchKind kind, string message)
    {
        var batch = await StatusAsync(kind, 13);

        Assert.Equal(OfferBatchState.Failed, batch.State);
        Assert.All(batch.Items, item => Assert.Equal(message, item.Refusal?.Message));
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock)]
    [InlineData(OfferBatchKind.Price)]
    public async Task A_failed_import_with_a_report_tells_the_reason_of_each_item(OfferBatchKind kind)
    {
        var batch = await StatusAsync(kind, 14);

        Assert.Equal(OfferBatchState.Failed, batch.State);
        Assert.Equal(2, batch.Items.Count(item => item.Refusal?.Message == "mirakl refused: The quantity is missing"));
    }

    [Theory]
    [InlineData(OfferBatchKind.Stock, 16, CommerceErrorKind.Unavailable, 2)]
    [InlineData(OfferBatchKind.Stock, 17, CommerceErrorKind.Protocol, 1)]
    [InlineData(OfferBatchKind.Stock, 18, CommerceErrorKind.Protocol, 2)]
    [InlineData(OfferBatchKind.Stock, 19, CommerceErrorKind.NotFound, 2)]
    [InlineData(OfferBatchKind.Price, 16, CommerceErrorKind.Unavailable, 2)]
    [InlineData(OfferBatchKind.Price, 17, CommerceErrorKind.Protocol, 1)]
    [InlineData(OfferBatchKind.Price, 18, CommerceErrorKind.Protocol, 2)]
    [InlineData(OfferBatchKind.Price, 19, CommerceErrorKind.NotFound, 2)]
    public async Task An_import_whose_outcome_cannot_be_read_is_told_as_failure_not_as_done(
        OfferBatchKind kind, int number, CommerceErrorKind failure, int requests)
    {
        Assert.Equal(failure, (await FailureAsync(() => StatusAsync(kind, number))).Kind);

        Assert.Equal(requests, mirakl.Sent());
    }

    private static Money Euro(decimal amount) => new(amount, Currency.Parse("EUR"));

    private static Task<OfferBatch> ImportAsync(IMarketplaceClient client, OfferBatchKind kind, string sku) =>
        kind == OfferBatchKind.Stock
            ? client.UpdateStockAsync([new StockChange { Sku = new(sku), Quantity = 1 }])
            : client.UpdatePricesAsync([new PriceChange { Sku = new(sku), Price = Euro(1m) }]);

    private Task<OfferBatch> ImportAsync(OfferBatchKind kind, string sku, Action<MiraklMarketplaceOptions>? configure = null) =>
        ImportAsync(Client(configure), kind, sku);

    private Task<OfferBatch> StatusAsync(OfferBatchKind kind, int number, Action<MiraklMarketplaceOptions>? configure = null) =>
        Client(configure).GetBatchAsync(new OfferBatch
        {
            Id = new BatchId($"22bb33cc-0000-4000-8000-00000000{(kind == OfferBatchKind.Stock ? 'a' : 'b')}0{number}"),
            Kind = kind,
            State = OfferBatchState.Running,
            Keys = [new(new("LAMP-1")), new(new("LAMP-2"))],
        });
}
