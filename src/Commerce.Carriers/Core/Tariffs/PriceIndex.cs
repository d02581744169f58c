using System.Globalization;

namespace Commerce.Carriers.Tariffs;

/// <summary>One price list, made for looking up: a hash for the lane, a binary search for the weight.</summary>
internal sealed class PriceIndex
{
    private readonly Dictionary<(CountryCode? Origin, TariffDestination Destination), PriceLane[]> _lanes;
    private readonly List<TariffZone> _postalZones;
    private readonly Dictionary<CountryCode, TariffDestination[]> _zonesByCountry;
    private readonly Dictionary<string, TariffZone> _zones;

    internal PriceIndex(Tariff tariff)
    {
        Tariff = tariff;
        _zones = tariff.Contract.Zones.ToDictionary(static zone => zone.Name, StringComparer.OrdinalIgnoreCase);
        _postalZones = [.. tariff.Contract.Zones.Where(static zone => zone.IsPostal)];
        _zonesByCountry = tariff.Contract.Zones
            .Where(static zone => !zone.IsPostal)
            .SelectMany(static zone => zone.Countries.Select(country => (Country: country, zone.Name)))
            .GroupBy(static entry => entry.Country)
            .ToDictionary(static group => group.Key, static group => group.Select(static entry => TariffDestination.ToZone(entry.Name)).ToArray());
        _lanes = tariff.Rows
            .GroupBy(static row => (row.Origin, row.Destination))
            .ToDictionary(
                static group => group.Key,
                static group => group
                    .GroupBy(static row => (row.Service, row.ValidFrom, row.ValidTo))
                    .Select(static rows => new PriceLane(rows))
                    .ToArray());
    }

    internal Tariff Tariff { get; }

    internal TariffZone? Zone(string name) => _zones.GetValueOrDefault(name);

    /// <summary>Finds the price of every service: the most specific destination, then the cheapest row.</summary>
    internal List<PriceHit> Find(CountryCode origin, Address recipient, Weight weight, DateOnly day, CarrierService? service)
    {
        var hits = new List<PriceHit>(4);
        foreach (var zone in _postalZones)
        {
            if (zone.Holds(recipient))
            {
                Add(TariffDestination.ToZone(zone.Name), 0);
            }
        }

        Add(TariffDestination.To(recipient.Country), hits.Count);
        var settled = hits.Count;
        foreach (var zone in _zonesByCountry.GetValueOrDefault(recipient.Country) ?? [])
        {
            Add(zone, settled);
        }

        Add(TariffDestination.Any, hits.Count);
        return hits;

        void Add(TariffDestination destination, int fixedHits)
        {
            AddLanes(hits, (origin, destination), weight, day, service, fixedHits);
            AddLanes(hits, (null, destination), weight, day, service, fixedHits);
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

    private static decimal Price(TariffRow row, Weight weight) =>
        row.Price.Amount + ((weight.Kilograms - row.From.Kilograms) * row.PricePerExtraKilogram);

    private IEnumerable<PriceLane> LanesTo(CountryCode origin, Address recipient)
    {
        IEnumerable<TariffDestination> destinations =
        [
            .. _postalZones.Where(zone => zone.Holds(recipient)).Select(static zone => TariffDestination.ToZone(zone.Name)),
            TariffDestination.To(recipient.Country),
            .. _zonesByCountry.GetValueOrDefault(recipient.Country) ?? [],
            TariffDestination.Any,
        ];
        return destinations.SelectMany(destination => (CountryCode?[])[origin, null], (destination, from) => (from, destination))
            .SelectMany(key => _lanes.GetValueOrDefault(key) ?? []);
    }

    // Hits below fixedHits are of a more specific destination and stay.
    private void AddLanes(
        List<PriceHit> hits, (CountryCode? Origin, TariffDestination Destination) key, Weight weight, DateOnly day, CarrierService? service, int fixedHits)
    {
        if (!_lanes.TryGetValue(key, out var lanes))
        {
            return;
        }

        foreach (var lane in lanes)
        {
            if ((service is { } wanted && lane.Service != wanted) || !lane.IsValidOn(day) || lane.Find(weight.Grams) is not { } row)
            {
                continue;
            }

            var hit = new PriceHit(row, Price(row, weight), row.TransitDays);
            var known = hits.FindIndex(other => other.Row.Service == row.Service);
            if (known < 0)
            {
                hits.Add(hit);
            }
            else if (known >= fixedHits && hit.Base < hits[known].Base)
            {
                hits[known] = hit;
            }
        }
    }
}
