using MathNet.Numerics.Distributions;

namespace Commerce.Carriers;

/// <summary>How punctual a service is on a lane: what was seen, smoothed with what is expected of the carrier.</summary>
/// <param name="Prior">What is expected: 0 to 1.</param>
/// <param name="Deliveries">The deliveries that were seen.</param>
/// <param name="OnTime">Those that were on time.</param>
public readonly record struct OnTimeEstimate(decimal Prior, int Deliveries = 0, int OnTime = 0)
{
    /// <summary>How many deliveries the expectation counts for.</summary>
    public const int PriorWeight = 20;

    /// <summary>Gets the smoothed rate, 0 to 1: few deliveries do not decide.</summary>
    public decimal Rate => (OnTime + (PriorWeight * Prior)) / (Deliveries + PriorWeight);

    internal decimal Draw(Random random)
    {
        var successes = OnTime + (PriorWeight * Prior);
        var failures = Deliveries + PriorWeight - successes;
        return failures <= 0 || successes <= 0
            ? Rate
            : (decimal)Beta.Sample(random, (double)successes, (double)failures);
    }
}
