using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Tests.Domain.Shipping;

/// <summary>The shipping context alone, with carriers in memory. It is Monday, 2 March 2026, 10:00 in Paris.</summary>
internal sealed class Dock : IAsyncDisposable
{
    internal static readonly OrderId Order = OrderKeys.From("dock", "order-1");
    internal static readonly CarrierService Standard = new("std");

    private Dock(AgentTestHost host, Dictionary<CarrierCode, FakeCarrier> carriers) => (Host, Carriers) = (host, carriers);

    internal AgentTestHost Host { get; }

    internal IReadOnlyDictionary<CarrierCode, FakeCarrier> Carriers { get; }

    internal FakeCarrier Chronopost => Carriers[CarrierCode.Chronopost];

    internal FakeCarrier Ups => Carriers[CarrierCode.Ups];

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Opens a dock where Chronopost is best (12.90, 1 day) and UPS next (15.00, 3 days).</summary>
    internal static Task<Dock> OpenAsync(Action<ShippingOptions>? configure = null) =>
        OpenAsync(configure, (CarrierCode.Chronopost, 12.90m, 1), (CarrierCode.Ups, 15.00m, 3));

    internal static Task<Dock> OpenAsync(Action<ShippingOptions>? configure, params (CarrierCode Carrier, decimal Price, int Days)[] offers) =>
        OpenAsync(configure, null, offers);

    internal static Task<Dock> OpenAsync(Action<ShippingOptions>? configure, Action<IServiceCollection> services) =>
        OpenAsync(configure, services, [(CarrierCode.Chronopost, 12.90m, 1)]);

    private static async Task<Dock> OpenAsync(
        Action<ShippingOptions>? configure, Action<IServiceCollection>? services, (CarrierCode Carrier, decimal Price, int Days)[] offers)
    {
        var clock = new FakeClock();
        var carriers = offers.ToDictionary(offer => offer.Carrier, offer => new FakeCarrier(offer.Carrier, offer.Carrier.Value, clock)
        {
            Quotes = [Quote(offer.Carrier, offer.Price, offer.Days)],
        });
        return new Dock(await StartAsync(carriers.Values, configure, clock, services), carriers);
    }

    internal static Task<AgentTestHost> StartAsync(IEnumerable<ICarrierClient> carriers, Action<ShippingOptions>? configure = null, FakeClock? clock = null,
        Action<IServiceCollection>? more = null) => AgentTestHost.StartAsync(
            agents => agents.AddShipping(shipping =>
            {
                shipping.Sender = Shop.Party("Lampes du Nord", "59000", "Lille");
                configure?.Invoke(shipping);
            }),
            services =>
            {
                carriers.ToList().ForEach(carrier => services.AddKeyedSingleton(carrier.Account, carrier));
                more?.Invoke(services);
            },
            clock);

    internal static RateQuote Quote(CarrierCode carrier, decimal price, int days) => new()
    {
        Carrier = carrier,
        Account = carrier.Value,
        Service = Standard,
        ServiceName = "Standard",
        Price = Money.Eur(price),
        TransitDays = days,
    };

    internal static Parcel Box(decimal kilograms = 2.5m, decimal? value = null) => new()
    {
        Weight = Weight.FromKilograms(kilograms),
        DeclaredValue = value is { } euros ? Money.Eur(euros) : null,
    };

    internal static Party Buyer(string country = "FR")
    {
        var party = Shop.Party("Zoé Martin", "69002", "Lyon");
        return party with { Address = party.Address with { Country = CountryCode.Parse(country), PostalCode = country == "DE" ? "10115" : "69002" } };
    }

    internal static TrackingEvent Event(TrackingStatus status, DateTimeOffset at) => new() { At = at, Code = status.Value, Description = "", Status = status };

    internal async Task ReadyAsync(
        int part = 1, DateOnly? requiredBy = null, string country = "FR", string warehouse = StockPlace.Main, decimal? value = null, decimal kilograms = 2.5m)
    {
        await Host.SendAsync(new OrderReadyToShip(Order, "ORD-1", [Box(kilograms, value)], Buyer(country), requiredBy, part, warehouse));
        await Host.SettleAsync();
    }

    internal Task<Answer> AskAsync(IMessage message) => Host.AskAsync<Answer>(message);

    internal Task<OrderShipment> StateAsync(int part = 1) =>
        Host.StateAsync<OrderShipment>(ShippingAgentsBuilderExtensions.ShippingAgentName, ShippingKeys.Part(Order, part));

    internal async Task<TrackingNumber> NumberAsync(int part = 1) => (await StateAsync(part)).TrackingNumber!.Value;

    internal async Task<IReadOnlyList<T>> ListAsync<T>()
        where T : class, IEntity => (await Host.Services.GetRequiredService<IRepository<T>>().ListAsync(new EntityQuery<T> { Limit = 500 })).Items;

    /// <summary>Moves the parcel of Chronopost on, and lets time pass until it is looked for.</summary>
    internal async Task MoveAsync(TrackingStatus status, TimeSpan? after = null)
    {
        Chronopost.Move(await NumberAsync(), status);
        await Host.AdvanceAsync(after ?? TimeSpan.FromHours(2));
    }

    internal async Task<Answer> PushAsync(params TrackingEvent[] events)
    {
        var answer = await Host.AskAsync<Answer>(new IngestTracking(CarrierCode.Chronopost, await NumberAsync(), events));
        await Host.SettleAsync();
        return answer;
    }
}
