using Commerce.Carriers;
using Commerce.Marketplaces.Publishing;
using Commerce.Marketplaces.Sync;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests;

public sealed class MarketplaceManagerTests
{
    private readonly FakeClock _clock = new();
    private readonly MarketplaceManagerOptions _options = new();
    private readonly InboxMarketplace _first = new("first");
    private readonly InboxMarketplace _second = new("second");
    private readonly FakeMarketplace _plain = new(MarketplaceCode.Mirakl, "plain");

    [Fact]
    public async Task Conversations_of_all_accounts_come_with_the_most_urgent_first()
    {
        _options.AnswerTimes["second"] = TimeSpan.FromHours(24);
        _first.Threads.Add(Thread("told", answerBy: _clock.GetUtcNow().AddHours(30)));
        _first.Threads.Add(Thread("settled"));
        _second.Threads.Add(Thread("owed", dueSince: _clock.GetUtcNow().AddHours(1)));

        var answer = await Manager().ListThreadsAsync(new ThreadQuery());

        Assert.Equal(["owed", "told", "settled"], answer.Items.Select(item => item.Item.Id.Value));
        Assert.Equal(_clock.GetUtcNow().AddHours(25), answer.Items[0].AnswerBy);
        Assert.Null(answer.Items[2].AnswerBy);
        Assert.Equal("plain", Assert.Single(answer.Failures).Account);
    }

    [Fact]
    public async Task An_account_that_fails_or_is_too_slow_is_named_and_the_others_answer()
    {
        _first.Before = static _ => throw new CommerceException(CommerceErrorKind.Unauthorized, "The key is wrong.");
        _second.Before = token => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token);
        var third = new InboxMarketplace("third");
        third.Returns.Add(new MarketplaceReturn
        {
            Id = new("R1"), OrderId = new("O1"), State = MarketplaceReturnState.From("open"), VendorState = "OPEN", CreatedAt = _clock.GetUtcNow(), Lines = [],
        });

        var asked = Manager(third).ListReturnsAsync(new ReturnQuery());
        await _clock.WhenTimerAsync(_options.Deadline);
        _clock.Advance(_options.Deadline);
        var answer = await asked;

        Assert.Equal("R1", Assert.Single(answer.Items).Item.Id.Value);
        Assert.Equal(CommerceErrorKind.Unauthorized, answer.Failures.Single(failure => failure.Account == "first").Kind);
        Assert.Contains("30 s", answer.Failures.Single(failure => failure.Account == "second").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_failure_is_told_without_its_words()
    {
        _first.Before = static _ => throw new InvalidOperationException("Zoé Martin");

        var answer = await Manager().ListThreadsAsync(new ThreadQuery());

        var failure = answer.Failures.Single(failure => failure.Account == "first");
        Assert.Contains(nameof(InvalidOperationException), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoé", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parcel_bears_the_accounts_word_for_the_carrier_then_the_platforms_then_the_name()
    {
        _options.CarrierCodes.Set("first", CarrierCode.Ups, "UPS-HOUSE").Set(MarketplaceCode.Mirakl, CarrierCode.Dpd, "DPD_FR").Set(CarrierCode.FedEx, "FDX");
        var manager = Manager();

        Assert.Equal("UPS-HOUSE", manager.Parcel("first", CarrierCode.Ups, new TrackingNumber("1Z900")).CarrierCode);
        Assert.Equal("UPS", manager.Parcel("second", CarrierCode.Ups, new TrackingNumber("1Z900")).CarrierCode);
        Assert.Equal("DPD_FR", manager.Parcel("plain", CarrierCode.Dpd, new TrackingNumber("1")).CarrierCode);
        Assert.Equal("FedEx", manager.Parcel("second", CarrierCode.FedEx, new TrackingNumber("1")).CarrierCode);
        Assert.Equal("FDX", manager.Parcel("plain", CarrierCode.FedEx, new TrackingNumber("1")).CarrierCode);
        var unknown = manager.Parcel("plain", CarrierCode.ColisPrive, new TrackingNumber("1"));
        Assert.Equal((null, "Colis Privé"), (unknown.CarrierCode, unknown.CarrierName));
    }

    [Fact]
    public void Two_accounts_of_one_name_are_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Manager(new InboxMarketplace("first")));

        Assert.Contains("first", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_reads_orders_and_pushes_stock_by_itself()
    {
        var fake = new FakeMarketplace(MarketplaceCode.Mirakl, "shop");
        fake.Put(new Sync.SyncWorld().Order(1) with { UpdatedAt = DateTimeOffset.UtcNow });
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddKeyedSingleton<IMarketplaceClient>("shop", fake);
        builder.Services.AddOrderSync<Accepting>(options => options.Accounts.Add("shop")).AddOfferPublisher();
        using var host = builder.Build();
        await host.Services.GetRequiredService<OfferPublisher>().SetStockAsync([new StockLevel(new Sku("LAMP-1"), 5)]);

        await host.StartAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await fake.FindOrderAsync(new("O-0001"), deadline.Token))!.State != MarketplaceOrderState.ReadyToShip || !fake.Stock.ContainsKey(new Sku("LAMP-1")))
        {
            await Task.Yield();
        }

        await host.StopAsync();
        Assert.Equal(4, fake.Stock[new Sku("LAMP-1")]);
    }

    [Fact]
    public async Task A_host_with_an_account_that_is_not_registered_does_not_start()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddOrderSync<Accepting>(options => options.Accounts.Add("nobody"));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("not registered", exception.Message, StringComparison.Ordinal);
    }

    private MessageThread Thread(string id, DateTimeOffset? answerBy = null, DateTimeOffset? dueSince = null) => new()
    {
        Id = new(id), CreatedAt = _clock.GetUtcNow(), UpdatedAt = _clock.GetUtcNow(), AnswerBy = answerBy, AnswerDueSince = dueSince,
    };

    private MarketplaceManager Manager(params IMarketplaceClient[] more) =>
        new([_first, _second, _plain, .. more], Options.Create(_options), _clock, NullLogger<MarketplaceManager>.Instance);

    private sealed class Accepting : IOrderSyncHandler
    {
        public ValueTask<OrderVerdict> HandleAsync(SyncedOrder order, CancellationToken cancellationToken = default) => ValueTask.FromResult(OrderVerdict.Accept);
    }
}
