using Commerce.Marketplaces.Publishing;
using Commerce.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests.Publishing;

public sealed class OfferPublisherTests
{
    private static readonly Sku Lamp = new("LAMP-1");
    private static readonly OfferKey LampOffer = new(Lamp);

    private readonly FakeClock _clock = new();
    private readonly ShelfMarketplace _first = new("first");
    private readonly ShelfMarketplace _second = new("second");
    private readonly OfferPublisherOptions _options = new();
    private readonly InMemoryOfferStore _store = new();

    [Fact]
    public async Task Of_several_quantities_the_last_one_is_pushed_less_the_buffer_of_each_account()
    {
        _options.Buffers["second"] = 3;
        var publisher = Publisher();
        await publisher.SetStockAsync([new StockLevel(Lamp, 10), new StockLevel(Lamp, 2)]);
        await publisher.SetStockAsync([new StockLevel(Lamp, 5)]);

        await publisher.RunAllAsync();

        Assert.Equal((4, 2), (_first.Stock[LampOffer], _second.Stock[LampOffer]));
        Assert.Equal([1], _first.Sent);
    }

    [Fact]
    public async Task What_an_account_has_already_is_not_sent_again_unless_it_is_asked_for()
    {
        var publisher = Publisher();
        await publisher.SetStockAsync([new StockLevel(Lamp, 5)]);
        await publisher.RunAllAsync();
        await publisher.SetStockAsync([new StockLevel(Lamp, 5)]);
        await publisher.RunAllAsync();
        Assert.Single(_first.Sent);

        _first.Stock.Clear();
        await publisher.RepeatAsync("first");
        await publisher.RunAllAsync();

        Assert.Equal(4, _first.Stock[LampOffer]);
        Assert.Equal((2, 1), (_first.Sent.Count, _second.Sent.Count));
    }

    [Fact]
    public async Task A_batch_that_runs_is_asked_for_and_a_newer_value_waits_for_its_end()
    {
        _first.IsSlow = true;
        var publisher = Publisher();
        await publisher.SetStockAsync([new StockLevel(Lamp, 5, "first")]);
        Assert.True((await publisher.RunAsync("first")).IsRunning);

        // The process dies: another one knows of the batch.
        publisher = Publisher();
        await publisher.SetStockAsync([new StockLevel(Lamp, 8, "first")]);
        Assert.True((await publisher.RunAsync("first")).IsRunning);
        Assert.Single(_first.Sent);

        _first.IsSlow = false;
        var report = await publisher.RunAsync("first");

        Assert.Equal((2, 2), (report.Pushed, _first.Sent.Count));
        Assert.Equal(7, _first.Stock[LampOffer]);
        Assert.Equal(2, _first.Polls);
    }

    [Fact]
    public async Task A_refused_item_does_not_hide_the_others_and_is_pushed_again_later()
    {
        _first.Refuse = static key => key.Sku == Lamp ? new Refusal(RefusalCode.NotFound, "No such offer.") : null;
        var publisher = Publisher();
        await publisher.SetStockAsync([new StockLevel(Lamp, 5, "first"), new StockLevel(new Sku("LAMP-2"), 6, "first")]);

        var report = await publisher.RunAsync("first");
        var soon = await publisher.RunAsync("first");
        _first.Refuse = static _ => null;
        _clock.Advance(_options.Retry);
        var later = await publisher.RunAsync("first");

        Assert.Equal((1, 0, 1), (report.Pushed, soon.Pushed, later.Pushed));
        Assert.Equal(RefusalCode.NotFound, Assert.Single(report.Refused).Refusal?.Code);
        Assert.Equal(4, _first.Stock[LampOffer]);
    }

    [Fact]
    public async Task An_account_that_fails_twice_gets_the_newest_value_in_the_end_and_does_not_stop_the_others()
    {
        var publisher = Publisher();
        _first.Failure = new CommerceException(CommerceErrorKind.Unavailable, "Away.");
        await publisher.SetStockAsync([new StockLevel(Lamp, 5)]);

        var failed = await publisher.RunAllAsync();
        await publisher.SetStockAsync([new StockLevel(Lamp, 9)]);
        await publisher.RunAllAsync();
        _first.Failure = null;
        await publisher.RunAllAsync();

        Assert.Equal("first", Assert.Single(failed, report => report.Failure is not null).Account);
        Assert.Equal((8, 8), (_first.Stock[LampOffer], _second.Stock[LampOffer]));
    }

    [Fact]
    public async Task A_price_below_its_floor_never_leaves_and_the_one_before_stays()
    {
        var publisher = Publisher();
        await publisher.SetPricesAsync([Price(20.00m, floor: 20.00m)]);
        await publisher.RunAllAsync();

        var outcome = Assert.Single(await publisher.SetPricesAsync([Price(19.99m, floor: 20.00m)]));
        await publisher.RunAllAsync();

        Assert.Equal(RefusalCode.PolicyViolation, outcome.Refusal?.Code);
        Assert.Contains("20.00 EUR", outcome.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(Money.Eur(20.00m), _first.Prices[LampOffer]);
    }

    [Theory]
    [InlineData(20.001, "20", "EUR", nameof(PriceTarget.Price))]
    [InlineData(0, "1", "EUR", nameof(PriceTarget.Price))]
    [InlineData(20, null, "EUR", nameof(PriceTarget.Floor))]
    [InlineData(20, "10", "USD", nameof(PriceTarget.Floor))]
    public async Task A_price_that_cannot_be_judged_is_refused_with_its_field(decimal price, string? floor, string currency, string field)
    {
        Money? least = floor is null ? null : new Money(decimal.Parse(floor, System.Globalization.CultureInfo.InvariantCulture), Currency.Parse(currency));

        var outcome = Assert.Single(await Publisher().SetPricesAsync([new PriceTarget(Lamp, Money.Eur(price), least)]));

        Assert.Equal((RefusalCode.Validation, field), (outcome.Refusal!.Code, outcome.Refusal.Field));
    }

    [Fact]
    public async Task A_price_that_moves_too_far_is_held_alone_until_a_person_lets_it_through()
    {
        var publisher = Publisher();
        var chair = new Sku("CHAIR-1");
        await publisher.SetPricesAsync([Price(100m), new PriceTarget(chair, Money.Eur(50m), Money.Eur(1m))]);
        await publisher.RunAllAsync();
        await publisher.SetPricesAsync([Price(69.99m), new PriceTarget(chair, Money.Eur(51m), Money.Eur(1m))]);

        var report = await publisher.RunAsync("first");
        Assert.Equal((Money.Eur(100m), Money.Eur(51m)), (_first.Prices[LampOffer], _first.Prices[new OfferKey(chair)]));
        Assert.Contains("30.0", Assert.Single(report.Refused).Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty((await publisher.RunAsync("first")).Refused);

        Assert.Equal(1, await publisher.ReleaseAsync("first", OfferBatchKind.Price));
        await publisher.RunAsync("first");

        Assert.Equal(Money.Eur(69.99m), _first.Prices[LampOffer]);
        Assert.Equal(Money.Eur(100m), _second.Prices[LampOffer]);
    }

    [Fact]
    public async Task A_push_that_changes_too_many_prices_stops_as_a_whole_until_a_person_lets_it_through()
    {
        _options.MaxPriceChanges = 5;
        var publisher = Publisher();
        await publisher.SetPricesAsync([.. Many(6, 100m)]);
        await publisher.RunAllAsync();
        await publisher.SetPricesAsync([.. Many(6, 101m)]);

        var held = await publisher.RunAsync("first");
        var again = await publisher.RunAsync("first");
        Assert.All([held, again], report => Assert.Contains("6 prices would change", Assert.Single(report.Holds).Reason, StringComparison.Ordinal));
        Assert.All(_first.Prices.Values, price => Assert.Equal(Money.Eur(100m), price));

        await publisher.ReleaseAsync("first", OfferBatchKind.Price);
        await publisher.RunAsync("first");
        Assert.All(_first.Prices.Values, price => Assert.Equal(Money.Eur(101m), price));

        // What was let through is let through once.
        await publisher.SetPricesAsync([.. Many(6, 102m)]);
        Assert.Single((await publisher.RunAsync("first")).Holds);
    }

    [Fact]
    public async Task A_push_that_takes_too_many_offers_off_sale_stops_while_prices_go_on()
    {
        _options.MaxWithdrawals = 5;
        var publisher = Publisher();
        await publisher.SetStockAsync([.. Levels(6, 10)]);
        await publisher.RunAllAsync();
        await publisher.SetStockAsync([.. Levels(6, 0)]);
        await publisher.SetPricesAsync([Price(100m)]);

        var report = await publisher.RunAsync("first");

        Assert.Equal(OfferBatchKind.Stock, Assert.Single(report.Holds).Kind);
        Assert.All(_first.Stock.Values, quantity => Assert.Equal(9, quantity));
        Assert.Equal(Money.Eur(100m), _first.Prices[LampOffer]);
    }

    [Fact]
    public async Task An_account_that_is_not_registered_is_named()
    {
        var exception = await Assert.ThrowsAsync<KeyNotFoundException>(() => Publisher().SetStockAsync([new StockLevel(Lamp, 1, "third")]));

        Assert.Contains("third", exception.Message, StringComparison.Ordinal);
        Assert.Contains("first, second", exception.Message, StringComparison.Ordinal);
    }

    private static PriceTarget Price(decimal price, decimal floor = 1m) => new(Lamp, Money.Eur(price), Money.Eur(floor));

    private static IEnumerable<PriceTarget> Many(int count, decimal price) =>
        Enumerable.Range(1, count).Select(number => new PriceTarget(new Sku($"LAMP-{number}"), Money.Eur(price), Money.Eur(1m)));

    private static IEnumerable<StockLevel> Levels(int count, int available) =>
        Enumerable.Range(1, count).Select(number => new StockLevel(new Sku($"LAMP-{number}"), available));

    private OfferPublisher Publisher() => new(
        new MarketplaceManager([_first, _second], Options.Create(new MarketplaceManagerOptions()), _clock, NullLogger<MarketplaceManager>.Instance),
        _store,
        Options.Create(_options),
        _clock,
        NullLogger<OfferPublisher>.Instance);
}
