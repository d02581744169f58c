using System.Globalization;
using Commerce.Carriers;

namespace Commerce.Benchmarks.Carriers;

/// <summary>The baseline: the same work by hand for this one case, a loop over an array that is sorted by carrier, service, country and weight.</summary>
internal sealed class HandWrittenSelection
{
    private readonly Row[] _rows =
    [
        .. from carrier in Enumerable.Range(0, PriceLists.Carriers.Length)
           from service in Enumerable.Range(0, PriceLists.Services.Length)
           from country in Enumerable.Range(0, PriceLists.Countries.Length)
           from band in Enumerable.Range(0, PriceLists.Bands)
           select new Row(
               (((((carrier * 10L) + service) * 1000L) + country) * 1_000_000L) + (band * 1000L),
               (band + 1) * 1000L,
               PriceLists.Price(carrier, service, country, band),
               PriceLists.Services[service].Days + (carrier % 2)),
    ];

    private readonly long[] _keys;

    internal HandWrittenSelection() => _keys = [.. _rows.Select(row => row.Key)];

    internal (string Account, decimal Price, string[] Reasons, List<string> Rejected) Choose(int country, long grams, DateOnly handOver, DateOnly requiredBy)
    {
        var candidates = new List<Candidate>(12);
        var rejected = new List<string>();
        var cheapest = decimal.MaxValue;
        for (var carrier = 0; carrier < PriceLists.Carriers.Length; carrier++)
        {
            for (var service = 0; service < PriceLists.Services.Length; service++)
            {
                var key = ((((carrier * 10L) + service) * 1000L) + country) * 1_000_000L;
                var index = Array.BinarySearch(_keys, key + grams);
                index = index < 0 ? ~index - 1 : index;
                if (index < 0 || _keys[index] < key || grams >= _rows[index].To)
                {
                    continue;
                }

                var arrival = Arrival(handOver, _rows[index].Days);
                if (arrival > requiredBy)
                {
                    rejected.Add(string.Create(CultureInfo.InvariantCulture, $"it arrives on {arrival:yyyy-MM-dd}, after {requiredBy:yyyy-MM-dd}"));
                    continue;
                }

                var fuel = decimal.Round(_rows[index].Price * PriceLists.Carriers[carrier].Fuel / 100, 2, MidpointRounding.AwayFromZero);
                var price = _rows[index].Price + fuel;
                candidates.Add(new Candidate(carrier, price));
                cheapest = Math.Min(cheapest, price);
            }
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            candidate.OnTime = Math.Clamp((PriceLists.Carriers[candidate.Carrier].OnTime - 0.80m) / 0.20m, 0, 1) * 100;
            candidate.PriceScore = cheapest / candidate.Price * 100;
            candidate.Score = (0.6m * candidate.OnTime) + (0.4m * candidate.PriceScore);
            candidates[i] = candidate;
        }

        candidates.Sort(static (left, right) => right.Score.CompareTo(left.Score));
        var reasons = new string[Math.Min(4, candidates.Count)];
        for (var i = 0; i < reasons.Length; i++)
        {
            var candidate = candidates[i];
            reasons[i] = string.Create(
                CultureInfo.InvariantCulture,
                $"60 % on-time {PriceLists.Carriers[candidate.Carrier].OnTime * 100:0.0} % → {Rounded(candidate.OnTime):0.##}; 40 % price {candidate.Price:0.00} vs cheapest {cheapest:0.00} → {Rounded(candidate.PriceScore):0.##}; total {Rounded(candidate.Score):0.##}");
        }

        return (PriceLists.Carriers[candidates[0].Carrier].Code.Value, candidates[0].Price, reasons, rejected);
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    private static DateOnly Arrival(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    private readonly record struct Row(long Key, long To, decimal Price, int Days);

    private record struct Candidate(int Carrier, decimal Price)
    {
        public decimal OnTime { get; set; }

        public decimal PriceScore { get; set; }

        public decimal Score { get; set; }
    }
}
