using Commerce.Marketplaces.Cdiscount;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

/// <summary>Offer packages and discussions in the sandbox.</summary>
public sealed class CdiscountSandboxOfferTests : IAsyncLifetime
{
    private CdiscountWorld _world = null!;

    private CdiscountSandbox Octopia => _world.Octopia;

    public async Task InitializeAsync() => _world = await CdiscountWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_package_refuses_single_offers_and_takes_the_others()
    {
        var client = _world.Client();

        var batch = await client.UpdatePricesAsync(
        [
            new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(19.90m) },
            new PriceChange { Sku = new("NO-SUCH-SKU"), Price = Money.Eur(1m) },
            new PriceChange { Sku = new("LAMP-2"), Price = new Money(1m, Currency.Usd) },
        ]);
        Octopia.FinishEverything();
        var done = await client.GetBatchAsync(batch);

        Assert.Equal(OfferBatchState.Completed, done.State);
        Assert.Equal([null, RefusalCode.ExternalRejected, RefusalCode.Validation], done.Items.Select(item => item.Refusal?.Code));
        Assert.Equal("4001", done.Items[1].Refusal?.VendorCode);
        Assert.Equal((19.90m, 49.99m), (Octopia.Prices["LAMP-1"], Octopia.Prices["LAMP-2"]));
    }

    [Fact]
    public async Task A_big_batch_goes_in_parts_of_a_hundred_and_its_results_come_in_pages()
    {
        for (var i = 0; i < 1200; i++)
        {
            Octopia.Offer($"SKU-{i}", 1, 10m);
        }

        var client = _world.Client();
        var batch = await client.UpdateStockAsync([.. Enumerable.Range(0, 1200).Select(i => new StockChange { Sku = new($"SKU-{i}"), Quantity = i })]);
        Octopia.FinishEverything();
        var done = await client.GetBatchAsync(batch);

        Assert.Equal(12, _world.Host.Faults.Calls.Count(call => call.Operation == "add-offer-requests"));
        Assert.Equal(2, _world.Host.Faults.Calls.Count(call => call.Operation == "list-offer-results"));
        Assert.All(done.Items, item => Assert.True(item.IsSuccess));
        Assert.Equal(1199, Octopia.Stock["SKU-1199"]);
    }

    [Fact]
    public async Task A_package_that_was_never_made_ready_changes_nothing_and_may_be_sent_again()
    {
        var client = _world.Client();
        IReadOnlyList<StockChange> changes = [new StockChange { Sku = new("LAMP-1"), Quantity = 5 }];
        _world.Host.Faults.Add("cdiscount", "add-offer-requests", SandboxFault.LoseAnswer);

        await Assert.ThrowsAsync<CommerceException>(() => client.UpdateStockAsync(changes));
        Octopia.FinishEverything();
        var before = Octopia.Stock["LAMP-1"];
        await client.UpdateStockAsync(changes);
        Octopia.FinishEverything();

        Assert.Equal((12, 5), (before, Octopia.Stock["LAMP-1"]));
    }

    [Fact]
    public async Task A_package_that_was_made_ready_without_an_answer_counts_as_ready()
    {
        var client = _world.Client(static options => options.RetryDelay = TimeSpan.FromMilliseconds(1));
        _world.Host.Faults.Add("cdiscount", "ready-offer-package", SandboxFault.LoseAnswer);

        var batch = await client.UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 5 }]);
        Octopia.FinishEverything();

        Assert.Equal(OfferBatchState.Completed, (await client.GetBatchAsync(batch)).State);
    }

    [Fact]
    public async Task An_account_without_packages_is_told_as_not_supported_for_each_item()
    {
        Octopia.TakesPackages = false;

        var batch = await _world.Client().UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 5 }]);

        Assert.Equal(OfferBatchState.Failed, batch.State);
        Assert.Equal(RefusalCode.NotSupported, batch.Items.Single().Refusal?.Code);
    }

    [Theory]
    [InlineData(CdiscountTaxEncoding.Percent, false)]
    [InlineData(CdiscountTaxEncoding.Rate, true)]
    public async Task Each_encoding_is_understood_where_it_is_spoken(CdiscountTaxEncoding encoding, bool takesRates)
    {
        Octopia.TakesRates = takesRates;
        var client = _world.Client(options => options.TaxEncoding = encoding);

        var batch = await client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(9.90m), Taxes = [PriceTax.OfPercent("VAT", 5.5m), PriceTax.OfAmount("Ecotax", Money.Eur(0.3m))] }]);
        Octopia.FinishEverything();

        Assert.True((await client.GetBatchAsync(batch)).Items.Single().IsSuccess);
        Assert.Equal(5.5m, Octopia.Vat["LAMP-1"]);
    }

    [Theory]
    [InlineData(CdiscountTaxEncoding.Percent, true)]
    [InlineData(CdiscountTaxEncoding.Rate, false)]
    public async Task The_wrong_encoding_is_refused_and_the_price_stays(CdiscountTaxEncoding encoding, bool takesRates)
    {
        Octopia.TakesRates = takesRates;
        var client = _world.Client(options => options.TaxEncoding = encoding);

        var batch = await client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(9.90m) }]);
        Octopia.FinishEverything();

        Assert.Equal("4003", (await client.GetBatchAsync(batch)).Items.Single().Refusal?.VendorCode);
        Assert.Equal(29.90m, Octopia.Prices["LAMP-1"]);
    }

    [Fact]
    public async Task A_new_offer_is_created_then_ended()
    {
        var client = _world.Client();
        var modes = await client.ListDeliveryModesAsync();
        var draft = new OfferDraft
        {
            Sku = new("LAMP-3"), ProductId = "1234567890128", Price = Money.Eur(15m), Quantity = 4, Condition = "New", LeadTimeDays = 2,
            VendorFields = new Dictionary<string, string> { [$"deliveryModes.{modes[0].Code}.cost"] = "4.90" },
        };

        var created = await ((IOfferWriter)client).PutOffersAsync([draft]);
        Octopia.FinishEverything();
        var wasCreated = (await client.GetBatchAsync(created)).Items.Single().IsSuccess;
        var offers = await CdiscountWorld.AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { PageSize = 2 }));
        var ended = await ((IOfferWriter)client).EndOffersAsync([draft.Key]);
        Octopia.FinishEverything();

        Assert.True(wasCreated);
        Assert.Equal(["LAMP-1", "LAMP-2", "LAMP-3"], offers.Select(offer => offer.Sku.Value));
        Assert.True((await client.GetBatchAsync(ended)).Items.Single().IsSuccess);
        Assert.DoesNotContain("LAMP-3", Octopia.Stock.Keys);
    }

    [Fact]
    public async Task A_discussion_is_read_page_by_page_answered_read_and_closed()
    {
        var client = (IMessagingClient)_world.Client();
        var id = _world.Place();
        for (var i = 0; i < 5; i++)
        {
            Octopia.BuyerWrites(id.Value, $"Question {i}: where is my lamp?");
        }

        var threads = await CdiscountWorld.AllAsync(client.ListThreads(new ThreadQuery { OrderId = id, PageSize = 2, IncludeMessages = true }));
        var sent = await client.SendMessageAsync(new SendMessageRequest { ThreadId = threads[0].Id, Body = "It leaves today." });
        var read = await ((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = threads[0].Id, IsOpen = false, IsRead = true });
        var closed = await client.SendMessageAsync(new SendMessageRequest { ThreadId = threads[0].Id, Body = "It leaves tomorrow." });

        Assert.Equal(5, threads.DistinctBy(thread => thread.Id).Count());
        Assert.All(threads, thread => Assert.NotNull(thread.AnswerDueSince));
        Assert.NotNull(sent.Value.MessageId);
        Assert.Equal((false, 2), (read.Value.IsOpen, read.Value.Messages.Count));
        Assert.Equal([MessageParty.Buyer, MessageParty.Seller], read.Value.Messages.Select(message => message.From));
        Assert.Equal(RefusalCode.ExternalRejected, closed.Refusal?.Code);
    }

    [Theory]
    [InlineData(CdiscountMessageForm.Receiver, true, true)]
    [InlineData(CdiscountMessageForm.Receivers, false, true)]
    [InlineData(CdiscountMessageForm.Receiver, false, false)]
    public async Task An_answer_goes_in_the_form_that_was_chosen(CdiscountMessageForm form, bool takesOne, bool isTaken)
    {
        Octopia.TakesOneReceiver = takesOne;
        var thread = Octopia.BuyerWrites(_world.Place().Value, "Where is my lamp?");

        var sent = await ((IMessagingClient)_world.Client(options => options.MessageForm = form))
            .SendMessageAsync(new SendMessageRequest { ThreadId = new(thread), Body = "It leaves today." });

        Assert.Equal(isTaken, sent.IsSuccess);
    }

    [Fact]
    public async Task A_new_discussion_is_opened_by_its_topic()
    {
        var client = (IMessagingClient)_world.Client();
        var id = _world.Place();

        var opened = await client.SendMessageAsync(new SendMessageRequest { OrderId = id, Subject = "Your address", Topic = "orderModification", Body = "Could you confirm your street number?" });

        Assert.Equal("orderModification", (await client.FindThreadAsync(opened.Value.ThreadId!.Value))!.Topic);
    }

    [Fact]
    public async Task Conversations_older_than_half_a_year_are_asked_for_in_parts()
    {
        var client = (IMessagingClient)_world.Client();
        Octopia.BuyerWrites(_world.Place().Value, "Where is my lamp?");

        var threads = await CdiscountWorld.AllAsync(client.ListThreads(new ThreadQuery { ChangedSince = DateTimeOffset.UtcNow.AddDays(-500) }));

        Assert.Single(threads);
        Assert.Equal(3, _world.Host.Faults.Calls.Count(call => call.Operation == "list-discussions"));
    }
}
