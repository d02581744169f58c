namespace Commerce.Carriers;

/// <summary>Learns from deliveries how punctual each service is on each lane. In memory; tell it yours again when the host starts. Safe for many threads.</summary>
/// <param name="clock">Tells the day; deliveries older than the window no longer count.</param>
public sealed class DeliveryHistory(TimeProvider clock)
{
    /// <summary>How many days deliveries count.</summary>
    public const int WindowDays = 180;

    private readonly Lock _lock = new();
    private readonly HashSet<(CarrierCode, TrackingNumber)> _known = [];
    private readonly Dictionary<(CarrierCode, CarrierService, Lane), Tally> _tallies = [];

    /// <summary>Learns from a delivery.</summary>
    /// <param name="sample">The delivery.</param>
    /// <returns><see langword="false"/> when it is known already, or older than the window.</returns>
    public bool Record(DeliverySample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.TransitDays < 0)
        {
            throw new ArgumentException("Delivered is before HandedOver: give the two days in order.", nameof(sample));
        }

        lock (_lock)
        {
            if (sample.Delivered < Oldest() || !_known.Add((sample.Carrier, sample.TrackingNumber)))
            {
                return false;
            }

            var key = (sample.Carrier, sample.Service, sample.Lane);
            if (!_tallies.TryGetValue(key, out var tally))
            {
                _tallies[key] = tally = new Tally();
            }

            tally.Add(sample);
            return true;
        }
    }

    /// <summary>Tells how punctual a service is expected to be.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="service">The service.</param>
    /// <param name="level">The level of the service, which some priors depend on.</param>
    /// <param name="lane">The lane.</param>
    /// <returns>The estimate; the prior alone when nothing was seen.</returns>
    public OnTimeEstimate Estimate(CarrierCode carrier, CarrierService service, ServiceLevel? level, Lane lane)
    {
        var prior = OnTimePriors.Of(carrier, level, lane);
        lock (_lock)
        {
            if (!_tallies.TryGetValue((carrier, service, lane), out var tally))
            {
                return new OnTimeEstimate(prior);
            }

            Forget(tally);
            return new OnTimeEstimate(prior, tally.Samples.Count, tally.OnTime);
        }
    }

    /// <summary>Tells how every service did on every lane.</summary>
    /// <returns>The figures of the window, by carrier, service and lane.</returns>
    public IReadOnlyList<CarrierPerformance> GetPerformance()
    {
        lock (_lock)
        {
            var figures = new List<CarrierPerformance>();
            foreach (var ((carrier, service, lane), tally) in _tallies)
            {
                Forget(tally);
                if (tally.Samples.Count > 0)
                {
                    figures.Add(tally.Figures(carrier, service, lane));
                }
            }

            return
            [
                .. figures.OrderBy(static figure => figure.Carrier.Value, StringComparer.Ordinal)
                    .ThenBy(static figure => figure.Service.Value, StringComparer.Ordinal)
                    .ThenBy(static figure => figure.Lane.Origin).ThenBy(static figure => figure.Lane.Destination),
            ];
        }
    }

    private DateOnly Oldest() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-WindowDays);

    private void Forget(Tally tally)
    {
        var oldest = Oldest();
        while (tally.Samples.TryPeek(out var sample, out var delivered) && delivered < oldest)
        {
            tally.Remove();
            _known.Remove((sample.Carrier, sample.TrackingNumber));
        }
    }

    private sealed class Tally
    {
        internal PriorityQueue<DeliverySample, DateOnly> Samples { get; } = new();

        internal int OnTime { get; private set; }

        internal void Add(DeliverySample sample)
        {
            Samples.Enqueue(sample, sample.Delivered);
            OnTime += sample.IsOnTime ? 1 : 0;
        }

        internal void Remove() => OnTime -= Samples.Dequeue().IsOnTime ? 1 : 0;

        internal CarrierPerformance Figures(CarrierCode carrier, CarrierService service, Lane lane)
        {
            var days = Samples.UnorderedItems.Select(static item => item.Element.TransitDays).Order().ToArray();
            return new CarrierPerformance(
                carrier, service, lane, days.Length, (decimal)OnTime / days.Length, (decimal)days.Sum() / days.Length, days[((days.Length * 9) + 9) / 10 - 1]);
        }
    }
}
