using Commerce.Marketplaces.Sync;
using Commerce.Testing.Sandbox;
using Commerce.Testing;
using Commerce.Tests.Support.Crashes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>
/// 1 000 orders over all marketplaces, over real HTTP, taken over by processes that die at every kind of step: before and after each writing,
/// before a call is sent and with its answer. Lives end after a number of steps from a fixed seed.
/// </summary>
public sealed class OrderSyncCrashTests
{
    private const int Orders = 1_000;
    private const int LongestLife = 160;

    private readonly FakeClock _clock = new(DateTimeOffset.UtcNow);
    private readonly InMemoryOrderSyncStore _store = new();
    private readonly RecordingHandler _books = new();
    private readonly Random _random = new(20261127);
    private int _lives;

    [Fact]
    public async Task Whatever_dies_each_order_comes_once_and_each_answer_is_given_once()
    {
        Killer.Deaths.Clear();
        await using var six = await SixMarketplaces.StartAsync(_clock);
        var placed = six.Doubles.SelectMany((marketplace, place) => Enumerable.Range(0, Share(place, six.Doubles.Count))
            .Select(number => (Marketplace: marketplace, Id: marketplace.Place(SixMarketplaces.Order(number))))).ToList();
        Assert.Equal(Orders, placed.Count);
        _clock.Advance(TimeSpan.FromMinutes(10));

        // First the orders and their acceptance, then the parcels.
        await LiveAsync(six);
        Assert.Equal(Orders, _books.Versions.Values.Select(version => (version.Account, version.Order.Id)).Distinct().Count());
        Assert.Equal(
            placed.Select(order => $"{order.Marketplace.Name}/{order.Id}/1").Order(StringComparer.Ordinal),
            _books.Versions.Values.Where(version => version.Version == 1).Select(version => version.Key).Order(StringComparer.Ordinal));
        foreach (var marketplace in six.Doubles)
        {
            Assert.All(marketplace.Decisions, decision => Assert.True(decision.Value == 1, $"{marketplace.Name} was told {decision.Value} times about {decision.Key}."));
            marketplace.FinishEverything();
        }

        foreach (var (marketplace, id) in placed)
        {
            await _store.TrySaveActionAsync(OrderAction.Ship(marketplace.Name, Shipment(marketplace.Name, id)));
        }

        await LiveAsync(six);
        foreach (var marketplace in six.Doubles)
        {
            Assert.Equal(placed.Count(order => order.Marketplace == marketplace), marketplace.Shipments.Count);
            Assert.All(marketplace.Shipments, parcel => Assert.True(parcel.Value == 1, $"{marketplace.Name} was told {parcel.Value} times of {parcel.Key}."));
        }

        foreach (var step in (string[])["page", "handled", "Sent", "Done", "a question", "an order of ours"])
        {
            Assert.True(Killer.Deaths.ContainsKey($"before {step}"), $"No process died before {step}.");
            Assert.True(Killer.Deaths.ContainsKey($"after {step}"), $"No process died after {step}.");
        }
    }

    private static int Share(int place, int count) => (Orders / count) + (place < Orders % count ? 1 : 0);

    // The seller's books hold what a parcel needs.
    private ShipOrderRequest Shipment(string account, string id) => new()
    {
        OrderId = _books.Versions[$"{account}/{id}/1"].Order.Id,
        Parcels =
        [
            new MarketplaceParcel
            {
                Reference = "1",
                TrackingNumber = $"T{string.Concat(id.Where(char.IsLetterOrDigit))}",
                CarrierCode = "UPS",
                CarrierName = "UPS",
                TrackingUrl = new Uri($"https://tracking.example.com/{id}"),
            },
        ],
    };

    /// <summary>One life after the other until one comes to its end with nothing left to do.</summary>
    private async Task LiveAsync(SixMarketplaces six)
    {
        for (var quiet = 0; quiet < 2;)
        {
            Assert.True(++_lives < 20_000, "The lives do not come to an end.");
            var killer = new Killer(_random.Next(1, LongestLife));
            await using var process = six.Connect(() => new MortalEdge(killer));
            var manager = new MarketplaceManager(
                process.GetKeyedServices<IMarketplaceClient>(KeyedService.AnyKey), Options.Create(new MarketplaceManagerOptions()), _clock, NullLogger<MarketplaceManager>.Instance);
            var sync = new OrderSync(
                manager, new MortalStore(_store, killer), _books, Options.Create(new OrderSyncOptions { MaxParallelAccounts = 1 }), _clock, NullLogger<OrderSync>.Instance);
            var reports = await sync.RunAllAsync();

            // What waits after a failure waits for 15 minutes at most.
            var isQuiet = !killer.IsDead && reports.All(static report => report is { IsComplete: true, New: 0, Updated: 0, Handled: 0, Told: 0, Failures.Count: 0 });
            quiet = isQuiet ? quiet + 1 : 0;
            _clock.Advance(isQuiet ? TimeSpan.FromMinutes(15) : TimeSpan.FromMinutes(1));
        }
    }
}
