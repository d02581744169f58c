using Commerce.Testing;
using Xunit;

namespace Commerce.Carriers.Tests;

/// <summary>What is learned from deliveries.</summary>
public sealed class DeliveryHistoryTests
{
    private static readonly Lane Domestic = new(CountryCode.France, CountryCode.France);
    private readonly FakeClock _clock = new();
    private readonly DeliveryHistory _history;

    public DeliveryHistoryTests() => _history = new DeliveryHistory(_clock);

    [Theory]
    [InlineData("colissimo", "FR", null, 0.95)]
    [InlineData("colissimo", "DE", null, 0.90)]
    [InlineData("colissimo", "US", null, 0.85)]
    [InlineData("chronopost", "FR", null, 0.98)]
    [InlineData("chronopost", "DE", null, 0.95)]
    [InlineData("dpd", "FR", null, 0.93)]
    [InlineData("dpd", "US", null, 0.88)]
    [InlineData("colis_prive", "FR", null, 0.88)]
    [InlineData("ups", "FR", ServiceLevel.Standard, 0.92)]
    [InlineData("ups", "FR", ServiceLevel.Express, 0.96)]
    [InlineData("fedex", "DE", null, 0.91)]
    [InlineData("fedex", "DE", ServiceLevel.Express, 0.95)]
    [InlineData("fedex", "DE", ServiceLevel.Overnight, 0.97)]
    [InlineData("somebody", "FR", null, 0.90)]
    public void Before_any_delivery_the_prior_of_lane_and_level_counts(string carrier, string destination, ServiceLevel? level, double expected)
    {
        var estimate = _history.Estimate(new CarrierCode(carrier), new CarrierService("x"), level, new Lane(CountryCode.France, CountryCode.Parse(destination)));

        Assert.Equal((decimal)expected, estimate.Rate);
    }

    [Fact]
    public void Deliveries_move_the_rate_of_their_service_and_lane_only()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.True(_history.Record(Sample(i, isLate: i >= 40)));
        }

        Assert.Equal(0.8371m, decimal.Round(Estimate("standard").Rate, 4));
        Assert.Equal(0.93m, Estimate("express").Rate);
    }

    [Fact]
    public void A_parcel_that_is_told_twice_counts_once()
    {
        Assert.True(_history.Record(Sample(1, isLate: true)));

        Assert.False(_history.Record(Sample(1, isLate: true)));
        Assert.Equal(1, Estimate("standard").Deliveries);
    }

    [Fact]
    public void Deliveries_are_forgotten_after_the_window()
    {
        _history.Record(Sample(1, isLate: true));
        _clock.Advance(TimeSpan.FromDays(DeliveryHistory.WindowDays + 1));

        Assert.Equal(new OnTimeEstimate(0.93m), Estimate("standard"));
        Assert.False(_history.Record(Sample(2, isLate: true)), "It is older than the window.");
    }

    [Fact]
    public void Performance_tells_count_rate_mean_and_ninetieth_percentile()
    {
        for (var i = 0; i < 10; i++)
        {
            _history.Record(Sample(i, isLate: i == 9));
        }

        var figures = Assert.Single(_history.GetPerformance());
        Assert.Equal((10, 0.9m, 2.3m, 2), (figures.Deliveries, figures.OnTimeRate, figures.MeanTransitDays, figures.NinetiethPercentileDays));
    }

    private static DeliverySample Sample(int number, bool isLate) => new()
    {
        TrackingNumber = new TrackingNumber($"DPD{number:000000}"),
        Carrier = CarrierCode.Dpd,
        Service = new CarrierService("standard"),
        Lane = Domestic,
        HandedOver = new DateOnly(2026, 2, 20),
        Promised = new DateOnly(2026, 2, 22),
        Delivered = new DateOnly(2026, 2, isLate ? 25 : 22),
    };

    private OnTimeEstimate Estimate(string service) => _history.Estimate(CarrierCode.Dpd, new CarrierService(service), null, Domestic);
}
