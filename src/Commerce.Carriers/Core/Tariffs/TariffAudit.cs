namespace Commerce.Carriers.Tariffs;

/// <summary>Finds what is wrong with a price list. Time grows with the rows and not with their square, whatever they hold.</summary>
internal sealed class TariffAudit
{
    private const int MaxListed = 100;

    // Each pair of periods of a lane is compared; real lists have one or two.
    private const int MaxPeriods = 50;
    private readonly List<TariffIssue> _errors = [];
    private readonly List<TariffIssue> _warnings = [];
    private readonly Tariff _tariff;
    private int _errorCount;
    private int _warningCount;

    private TariffAudit(Tariff tariff) => _tariff = tariff;

    internal static TariffReview Review(Tariff tariff, Tariff? current, DateOnly today)
    {
        var audit = new TariffAudit(tariff);
        audit.CheckRows(today);
        audit.CheckLanes();
        return new TariffReview
        {
            Issues = [.. audit._errors, .. audit._warnings],
            ErrorCount = audit._errorCount,
            WarningCount = audit._warningCount,
            ChangePercent = current is null ? null : Change(current, tariff),
        };
    }

    private static decimal? Change(Tariff before, Tariff after)
    {
        var old = new Dictionary<object, decimal>();
        foreach (var row in before.Rows)
        {
            old[Key(row)] = row.Price.Amount;
        }

        var changes = after.Rows.Where(row => old.ContainsKey(Key(row))).Select(row => (row.Price.Amount - old[Key(row)]) / old[Key(row)]).ToList();
        return changes.Count == 0 ? null : decimal.Round(changes.Average() * 100, 2, MidpointRounding.AwayFromZero);

        static object Key(TariffRow row) => (row.Service, row.Origin, row.Destination, row.From);
    }

    private static bool Overlap(Period left, Period right) =>
        (left.From ?? DateOnly.MinValue) <= (right.To ?? DateOnly.MaxValue) && (right.From ?? DateOnly.MinValue) <= (left.To ?? DateOnly.MaxValue);

    private static string Band(TariffRow row) => $"{row.From} to {row.To}";

    private static string Lane(TariffRow row) => $"{row.Service} from {row.Origin?.Value ?? "*"} to {row.Destination}";

    private void Add(TariffIssueKind kind, string message, int? row = null)
    {
        var issue = new TariffIssue(kind, message, row);
        var (list, count) = issue.IsError ? (_errors, ++_errorCount) : (_warnings, ++_warningCount);
        if (count <= MaxListed)
        {
            list.Add(issue);
        }
    }

    private void CheckRows(DateOnly today)
    {
        var zones = _tariff.Contract.Zones.Select(static zone => zone.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (zones.Count < _tariff.Contract.Zones.Count)
        {
            Add(TariffIssueKind.Duplicate, "Two zones have the same name: give each its own.");
        }

        foreach (var surcharge in _tariff.Contract.Surcharges.Where(surcharge => surcharge.Zone is { } zone && !zones.Contains(zone)))
        {
            Add(TariffIssueKind.UnknownZone, $"The surcharge {surcharge.Name} is for the zone {surcharge.Zone}, which Zones does not hold: add it.");
        }

        for (var i = 0; i < _tariff.Rows.Count; i++)
        {
            var row = _tariff.Rows[i];
            if (row.To <= row.From)
            {
                Add(TariffIssueKind.Reversed, $"The band {Band(row)} ends before it begins: swap the two weights.", i);
            }

            if (row.ValidTo < row.ValidFrom)
            {
                Add(TariffIssueKind.Reversed, $"{Lane(row)}: the validity ends before it begins: swap the two days.", i);
            }

            if (row.Price.Currency != _tariff.Contract.Currency)
            {
                Add(TariffIssueKind.CurrencyMix, $"The price {row.Price} is not in {_tariff.Contract.Currency}: make a price list for each currency.", i);
            }

            if (row.Destination.Zone is { } zone && !zones.Contains(zone))
            {
                Add(TariffIssueKind.UnknownZone, $"The destination {row.Destination} is not in Zones: add the zone {zone}.", i);
            }

            if (row.ValidTo < today)
            {
                Add(TariffIssueKind.Expired, $"{Lane(row)}, {Band(row)}: the price is no longer valid.", i);
            }
        }
    }

    private void CheckLanes()
    {
        var lanes = _tariff.Rows
            .Select(static (row, index) => new Entry(row, index))
            .GroupBy(static entry => (entry.Row.Service, entry.Row.Origin, entry.Row.Destination))
            .Select(static lane => lane.GroupBy(static entry => new Period(entry.Row.ValidFrom, entry.Row.ValidTo))
                .Select(static period => (period.Key, Bands: period.OrderBy(static entry => entry.Row.From).ThenBy(static entry => entry.Row.To).ToList()))
                .ToList())
            .ToList();
        var ends = lanes.GroupBy(static lane => lane[0].Bands[0].Row.Service)
            .ToDictionary(static group => group.Key, static group => group.Max(static lane => lane.Max(static period => period.Bands.Max(static entry => entry.Row.To))));
        foreach (var periods in lanes)
        {
            if (periods.Count > MaxPeriods)
            {
                var first = periods[0].Bands[0];
                Add(TariffIssueKind.Overlap, $"{Lane(first.Row)} has {periods.Count} periods of validity: at most {MaxPeriods}.", first.Index);
                continue;
            }

            foreach (var (_, bands) in periods)
            {
                CheckBands(bands, ends[bands[0].Row.Service]);
            }

            for (var i = 0; i < periods.Count; i++)
            {
                for (var j = i + 1; j < periods.Count; j++)
                {
                    if (Overlap(periods[i].Key, periods[j].Key))
                    {
                        CheckAcross(periods[i].Bands, periods[j].Bands);
                    }
                }
            }
        }
    }

    private void CheckBands(List<Entry> bands, Weight longest)
    {
        var first = bands[0];
        if (first.Row.From.Grams > 0)
        {
            Add(TariffIssueKind.Gap, $"{Lane(first.Row)}: no price below {first.Row.From}.", first.Index);
        }

        var widest = first;
        for (var i = 1; i < bands.Count; i++)
        {
            var (row, index) = bands[i];
            var before = bands[i - 1].Row;
            if (row.From == before.From && row.To == before.To)
            {
                Add(TariffIssueKind.Duplicate, $"{Lane(row)}, {Band(row)}: there is such a row already: remove one.", index);
            }
            else if (row.From < widest.Row.To)
            {
                Add(TariffIssueKind.Overlap, $"{Lane(row)}: the band {Band(row)} overlaps {Band(widest.Row)}: a weight must have one price.", index);
            }
            else if (row.From > widest.Row.To)
            {
                Add(TariffIssueKind.Gap, $"{Lane(row)}: no price from {widest.Row.To} to {row.From}.", index);
            }

            if (row.Price.Amount < before.Price.Amount)
            {
                Add(TariffIssueKind.NotMonotonic, $"{Lane(row)}: {Band(row)} costs {row.Price}, less than the lighter {Band(before)} for {before.Price}.", index);
            }

            widest = row.To > widest.Row.To ? bands[i] : widest;
        }

        if (widest.Row.To < longest)
        {
            Add(TariffIssueKind.Gap, $"{Lane(first.Row)}: the bands end at {widest.Row.To}; elsewhere {first.Row.Service} goes up to {longest}.", widest.Index);
        }
    }

    private void CheckAcross(List<Entry> left, List<Entry> right)
    {
        var (i, j) = (0, 0);
        while (i < left.Count && j < right.Count)
        {
            var (first, second) = (left[i], right[j]);
            if (first.Row.From < second.Row.To && second.Row.From < first.Row.To)
            {
                Add(
                    TariffIssueKind.Overlap,
                    $"{Lane(first.Row)}, {Band(second.Row)}: the validity overlaps the one of {Band(first.Row)}: end one period before the next begins.",
                    second.Index);
            }

            if (first.Row.To <= second.Row.To)
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private readonly record struct Period(DateOnly? From, DateOnly? To);

    private readonly record struct Entry(TariffRow Row, int Index);
}
