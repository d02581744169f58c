using Commerce.Carriers.Tariffs;
using Commerce.Testing;
using Xunit;

namespace Commerce.Carriers.Tests.Tariffs;

/// <summary>Review, approval, activation and history of price lists.</summary>
public sealed class TariffManagerTests
{
    private readonly FakeClock _clock = new();
    private readonly InMemoryTariffStore _store = new();
    private readonly TariffManager _tariffs;

    public TariffManagerTests() => _tariffs = new TariffManager(_store, _clock);

    [Fact]
    public async Task Every_sample_is_valid_and_the_gaps_of_the_lists_are_warnings()
    {
        foreach (var carrier in SampleTariffs.Carriers)
        {
            var review = await _tariffs.ReviewAsync(await SampleTariffs.ReadAsync(carrier, carrier.Value));

            Assert.True(review.IsValid, $"{carrier}: {string.Join("; ", review.Issues.Select(issue => issue.Message))}");
        }

        var gaps = (await _tariffs.ReviewAsync(await SampleTariffs.ReadAsync(CarrierCode.Colissimo, "colissimo"))).Issues;
        Assert.All(gaps, issue => Assert.Equal(TariffIssueKind.Gap, issue.Kind));
        Assert.Contains(gaps, issue => issue.Message.Contains("to PT: the bands end at 5.000 kg", StringComparison.Ordinal));
        Assert.Contains(gaps, issue => issue.Message.Contains("to AT: the bands end at 5.000 kg", StringComparison.Ordinal));
        Assert.DoesNotContain(gaps, issue => issue.Message.Contains(" to DE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chronopost_is_colissimo_times_one_point_three()
    {
        var colissimo = await SampleTariffs.ReadAsync(CarrierCode.Colissimo, "a");
        var chronopost = await SampleTariffs.ReadAsync(CarrierCode.Chronopost, "b");

        Assert.Equal(colissimo.Rows.Select(row => (row.Price * 1.30m).Round()), chronopost.Rows.Select(row => row.Price));
        Assert.Equal(colissimo.Rows.Select(row => Math.Max(1, row.TransitDays!.Value - 1)), chronopost.Rows.Select(row => row.TransitDays!.Value));
    }

    [Theory]
    [InlineData(0, 2, 1, 3, TariffIssueKind.Overlap)]
    [InlineData(0, 2, 0, 2, TariffIssueKind.Duplicate)]
    [InlineData(0, 9, 1, 2, TariffIssueKind.Overlap)]
    public async Task Overlaps_forbid_activation_and_change_nothing(int from1, int to1, int from2, int to2, TariffIssueKind expected)
    {
        var active = await _tariffs.ActivateAsync(List(Row(0, 30, 5)));
        var bad = List(Row(from1, to1, 5), Row(from2, to2, 6));

        var review = await _tariffs.ReviewAsync(bad);
        var outcome = await _tariffs.ActivateAsync(bad, "approver");

        Assert.Equal(expected, Assert.Single(review.Issues, issue => issue.IsError).Kind);
        Assert.Equal(RefusalCode.Validation, outcome.Refusal?.Code);
        Assert.Same(active.Value, Assert.Single(await _store.GetActiveAsync()));
    }

    [Fact]
    public async Task Bands_may_repeat_in_periods_that_do_not_overlap_and_not_in_those_that_do()
    {
        var spring = Row(0, 30, 5) with { ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2026, 6, 30) };
        var autumn = Row(0, 30, 6) with { ValidFrom = new DateOnly(2026, 7, 1) };

        Assert.True((await _tariffs.ReviewAsync(List(spring, autumn))).IsValid);
        var review = await _tariffs.ReviewAsync(List(spring, autumn with { ValidFrom = new DateOnly(2026, 6, 30) }));
        Assert.Equal(TariffIssueKind.Overlap, Assert.Single(review.Issues).Kind);
    }

    [Fact]
    public async Task Warnings_name_gaps_cheaper_heavier_parcels_and_periods_that_are_over()
    {
        var review = await _tariffs.ReviewAsync(List(
            Row(1, 2, 5), Row(3, 4, 4), Row(0, 1, 3) with { ValidTo = new DateOnly(2025, 12, 31) }));

        Assert.True(review.IsValid);
        Assert.Equal(
            [TariffIssueKind.Gap, TariffIssueKind.Gap, TariffIssueKind.Gap, TariffIssueKind.NotMonotonic, TariffIssueKind.Expired],
            review.Issues.Select(issue => issue.Kind).Order());
    }

    [Fact]
    public async Task Currencies_zones_and_reversed_bands_are_errors()
    {
        var review = await _tariffs.ReviewAsync(List(
            Row(0, 1, 5) with { Price = new Money(5, Currency.Parse("USD")) },
            Row(1, 2, 5) with { Destination = TariffDestination.ToZone("nowhere") },
            Row(9, 3, 5) with { Destination = TariffDestination.To(CountryCode.Germany) }));

        Assert.Equal(
            [TariffIssueKind.CurrencyMix, TariffIssueKind.UnknownZone, TariffIssueKind.Reversed],
            review.Issues.Where(issue => issue.IsError).Select(issue => issue.Kind).Order());
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(11.01, true)]
    [InlineData(8.99, true)]
    public async Task A_change_of_more_than_ten_percent_needs_approval(double price, bool needsApproval)
    {
        await _tariffs.ActivateAsync(List(Row(0, 30, 10)));
        var next = List(Row(0, 30, (decimal)price));

        var outcome = await _tariffs.ActivateAsync(next);

        Assert.Equal(!needsApproval, outcome.IsSuccess);
        if (needsApproval)
        {
            Assert.Equal(RefusalCode.PolicyViolation, outcome.Refusal?.Code);
            Assert.Equal("finance", (await _tariffs.ActivateAsync(next, "finance")).Value.ApprovedBy);
        }

        var history = await _store.GetHistoryAsync("mine");
        Assert.Equal([2, 1], history.Select(version => version.Number));
        Assert.Equal(((decimal)price - 10) * 10, history[0].ChangePercent);
    }

    [Fact]
    public async Task Two_that_activate_at_once_do_not_overwrite_each_other()
    {
        var version = new TariffVersion(List(Row(0, 30, 10)), 1, _clock.GetUtcNow());

        Assert.True(await _store.TryActivateAsync(version));
        Assert.False(await _store.TryActivateAsync(version));
        Assert.Single(await _store.GetHistoryAsync("mine"));
    }

    [Fact]
    public async Task The_book_is_the_same_until_something_is_activated()
    {
        await _tariffs.ActivateAsync(List(Row(0, 30, 10)));
        var book = await _tariffs.GetBookAsync();

        Assert.Same(book, await _tariffs.GetBookAsync());
        await _tariffs.ActivateAsync(List(Row(0, 30, 10.5m)));
        Assert.NotSame(book, await _tariffs.GetBookAsync());
    }

    [Fact]
    public async Task A_hostile_list_of_one_band_is_reviewed_in_bounded_time()
    {
        const int Count = 100_000;
        var day = new DateOnly(2026, 1, 1);
        var rows = Enumerable.Range(0, Count).Select(i => Row(0, 30, 5) with { ValidFrom = day.AddDays(i % 20_000), ValidTo = day.AddDays(30_000) });

        var review = await _tariffs.ReviewAsync(List([.. rows])).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.False(review.IsValid);
        Assert.InRange(review.Issues.Count, 1, 200);
    }

    private static TariffRow Row(int from, int to, decimal price) => new()
    {
        Service = new CarrierService("standard"),
        Destination = TariffDestination.To(CountryCode.France),
        From = Weight.FromKilograms(from),
        To = Weight.FromKilograms(to),
        Price = Money.Eur(price),
    };

    private static Tariff List(params TariffRow[] rows) => new()
    {
        Contract = new TariffContract { Carrier = CarrierCode.Dpd, Account = "mine", Currency = Currency.Eur },
        Rows = rows,
    };
}
