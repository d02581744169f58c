using System.Globalization;

namespace Commerce.Carriers.Tariffs;

/// <summary>One price list, made for looking up: a hash for the lane, a binary search for the weight.</summary>
internal sealed class PriceIndex
{
    private readonly Dictionary<CountryCode, PriceLane[]> _byCountry;
    private readonly Dictionary<string, PriceLane[]> _byZone;
    private readonly PriceLane[] _anywhere;
    private readonly List<TariffZone> _postalZones;
    private readonly Dictionary<CountryCode, TariffZone[]> _zonesByCountry;
    private readonly Dictionary<string, TariffZone> _zones;

    internal PriceIndex(Tariff tariff)
    {
        Tariff = tariff;
        Surcharges = [.. tariff.Contract.Surcharges.OrderBy(static surcharge => surcharge.Stage)];
        var zones = tariff.Contract.Zones;
        _zones = zones.ToDictionary(static zone => zone.Name, StringComparer.OrdinalIgnoreCase);
        _postalZones = [.. zones.Where(static zone => zone.IsPostal)];
        _zonesByCountry = zones
            .Where(static zone => !zone.IsPostal)
            .SelectMany(static zone => zone.Countries.Select(country => (Country: country, Zone: zone)))
            .GroupBy(static entry => entry.Country)
            .ToDictionary(static group => group.Key, static group => group.Select(static entry => entry.Zone).ToArray());
        var lanes = tariff.Rows.GroupBy(static row => row.Destination).ToDictionary(static group => group.Key, Lanes);
        _byCountry = lanes.Where(static entry => entry.Key.Country is not null).ToDictionary(static entry => entry.Key.Country!.Value, static entry => entry.Value);
        _byZone = lanes.Where(static entry => entry.Key.Zone is not null)
            .ToDictionary(static entry => entry.Key.Zone!, static entry => entry.Value, StringComparer.OrdinalIgnoreCase);
        _anywhere = lanes.GetValueOrDefault(TariffDestination.Any) ?? [];
    }

    internal Tariff Tariff { get; }

    /// <summary>Gets the surcharges in the order of their stages.</summary>
    internal IReadOnlyList<TariffSurcharge> Surcharges { get; }

    internal TariffZone? Zone(string name) => _zones.GetValueOrDefault(name);

    /// <summary>Finds the price of every service: the most specific destination, then the cheapest row.</summary>
    internal List<PriceHit> Find(CountryCode origin, Address recipient, Weight weight, DateOnly day, CarrierService? service)
    {
        var hits = new List<PriceHit>(2);
        foreach (var zone in _postalZones)
        {
            if (zone.Holds(recipient))
            {
                Add(_byZone.GetValueOrDefault(zone.Name), 0);
            }
        }

        Add(_byCountry.GetValueOrDefault(recipient.Country), hits.Count);
        var settled = hits.Count;
        foreach (var zone in _zonesByCountry.GetValueOrDefault(recipient.Country) ?? [])
        {
            Add(_byZone.GetValueOrDefault(zone.Name), settled);
        }

        Add(_anywhere, hits.Count);
        return hits;

        // Hits below settledHits are of a more specific destination and stay.
        void Add(PriceLane[]? lanes, int settledHits)
        {
            foreach (var lane in lanes ?? [])
            {
                if ((lane.Origin is null || lane.Origin == origin) && (service is null || lane.Service == service)
                    && lane.IsValidOn(day) && lane.Find(weight.Grams) is { } row)
                {
                    Keep(hits, new PriceHit(row, Price(row, weight), row.TransitDays), settledHits);
                }
            }
        }
    }

    /// <summary>Tells why nothing was found.</summary>
    internal string Absence(CountryCode origin, Address recipient, Weight weight, DateOnly day, CarrierService? service)
    {
        Weight? end = null;
        var isOutdated = false;
        foreach (var lane in LanesTo(origin, recipient).Where(lane => service is null || lane.Service == service))
        {
            isOutdated |= !lane.IsValidOn(day);
            end = lane.IsValidOn(day) && (end is null || lane.End > end) ? lane.End : end;
        }

        var route = $"from {origin} to {recipient.Country}";
        return (end, isOutdated) switch
        {
            ({ } last, _) => $"No price for {weight} {route}: the bands end at {last} or have a gap.",
            (null, true) => string.Create(CultureInfo.InvariantCulture, $"No price {route} is valid on {day:yyyy-MM-dd}."),
            _ => $"No price {route}{(service is { } wanted ? $" for {wanted}" : "")}.",
        };
    }

    private static PriceLane[] Lanes(IEnumerable<TariffRow> rows) =>
        [.. rows.GroupBy(static row => (row.Service, row.Origin, row.ValidFrom, row.ValidTo)).Select(static lane => new PriceLane(lane))];

    private static void Keep(List<PriceHit> hits, PriceHit hit, int settled)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Row.Service == hit.Row.Service)
            {
                hits[i] = i >= settled && hit.Base < hits[i].Base ? hit : hits[i];
                return;
            }
        }

        hits.Add(hit);
    }

    private static decimal Price(TariffRow row, Weight weight) =>
        row.Price.Amount + ((weight.Kilograms - row.From.Kilograms) * row.PricePerExtraKilogram);

    private IEnumerable<PriceLane> LanesTo(CountryCode origin, Address recipient)
    {
        IEnumerable<PriceLane[]?> lanes =
        [
            .. _postalZones.Where(zone => zone.Holds(recipient)).Select(zone => _byZone.GetValueOrDefault(zone.Name)),
            _byCountry.GetValueOrDefault(recipient.Country),
            .. (_zonesByCountry.GetValueOrDefault(recipient.Country) ?? []).Select(zone => _byZone.GetValueOrDefault(zone.Name)),
            _anywhere,
        ];
        return lanes.SelectMany(static found => found ?? []).Where(lane => lane.Origin is null || lane.Origin == origin);
    }
}
