using Commerce.Testing;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

/// <summary>The Colissimo client against recordings in Colissimo's shape, served by the real WireMock.</summary>
public sealed partial class ColissimoRecordingTests(ColissimoRecordingTests.Recorded colissimo) :
    IClassFixture<ColissimoRecordingTests.Recorded>, IAsyncLifetime
{
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("colissimo");

    public async Task InitializeAsync()
    {
        await colissimo.ResetAsync();
        _provider = Provide(static services => services.AddSingleton<TimeProvider>(new FakeClock()));
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Tracking_is_newest_first_and_internal_scans_change_nothing()
    {
        var report = await TrackAsync("6C00000000001");

        Assert.Equal(TrackingStatus.Delivered, report!.Status);
        Assert.Equal(DateTimeOffset.Parse("2026-03-04T10:12:00+01:00", null), report.DeliveredAt);
        Assert.Equal(["LIVECH", "LIVCFM", "PCHCFM"], report.Events.Select(static item => item.Code));
        Assert.Null(report.Events[0].Status);
        Assert.Equal("LYON PPDC 69002", report.Events[1].Location);
        await MatchAsync();
    }

    [Fact]
    public async Task Single_event_without_a_zone_is_one_of_France()
    {
        var report = await TrackAsync("6C00000000002");

        Assert.Equal((TrackingStatus.Exception, IncidentReason.RecipientAbsent), (report!.Status, report.Incident!.Value));
        Assert.Equal(DateTimeOffset.Parse("2026-07-04T10:12:00+02:00", null), report.Events[0].At);
    }

    [Fact]
    public async Task Unheard_event_stays_visible_as_unknown()
    {
        var report = await TrackAsync("6C00000000003");

        Assert.Equal((TrackingStatus.Unknown, "ZZZZZZ"), (report!.Status, report.Events[0].Code));
    }

    [Fact]
    public async Task Unknown_number_is_nothing() => Assert.Null(await TrackAsync("6C00000000099"));

    [Theory]
    [InlineData("6C00000000098", CommerceErrorKind.Unauthorized, null)]
    [InlineData("6C00000000095", CommerceErrorKind.Invalid, "999")]
    [InlineData("6C00000000097", CommerceErrorKind.Protocol, null)]
    [InlineData("6C00000000096", CommerceErrorKind.Unavailable, null)]
    public async Task Tracking_that_fails_says_how(string number, CommerceErrorKind kind, string? code)
    {
        // The wait before a repetition needs a clock that runs.
        await using var provider = Provide(static _ => { });
        var client = provider.GetRequiredKeyedService<ICarrierClient>("colissimo");

        var failure = await Assert.ThrowsAsync<CommerceException>(
            () => client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(number) }));

        Assert.Equal((kind, code, "colissimo", "track"), (failure.Kind, failure.VendorCode, failure.Vendor, failure.Operation));
        Assert.DoesNotContain("invented-key", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_are_nearest_first_within_the_distance_with_hours_and_leave()
    {
        var points = await ((IPickupPointDirectory)Client).FindPickupPointsAsync(Near("69002") with { ParcelWeight = Weight.FromGrams(1250) });

        Assert.Equal(["054323", "054321"], points.Select(static point => point.Id));
        Assert.Equal([true, false], points.Select(static point => point.IsLocker));
        Assert.Equal(11, points[1].OpeningHours.Count);
        Assert.Equal(new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 0)), points[1].OpeningHours[0]);
        Assert.Equal(new DateRange(new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 17)), Assert.Single(points[1].Closures));
        Assert.Equal((45.7578m, 4.8320m, Weight.FromKilograms(20)), (points[1].Latitude, points[1].Longitude, points[1].MaxWeight!.Value));
        await MatchAsync();
    }

    [Fact]
    public async Task No_points_are_an_empty_list() => Assert.Empty(await ((IPickupPointDirectory)Client).FindPickupPointsAsync(Near("69003")));

    [Theory]
    [InlineData("69004", CommerceErrorKind.Invalid, "146")]
    [InlineData("69007", CommerceErrorKind.Protocol, null)]
    public async Task Points_that_fail_say_how(string postalCode, CommerceErrorKind kind, string? code)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => ((IPickupPointDirectory)Client).FindPickupPointsAsync(Near(postalCode)));

        Assert.Equal((kind, code, "pickup-points"), (failure.Kind, failure.VendorCode, failure.Operation));
    }

    [Theory]
    [InlineData("filterRelay", "7")]
    [InlineData("reseau", "R01")]
    public async Task Questions_with_fields_that_are_not_read_are_not_asked(string name, string value)
    {
        var fields = new Dictionary<string, string> { [name] = value };
        Func<Task>[] calls =
        [
            () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(Near("69002") with { VendorFields = fields }),
            () => Client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("6C00000000001"), VendorFields = fields }),
            () => ((IPickupCalendar)Client).FindPickupSlotsAsync(Pickup("8R00000000001") with { VendorFields = fields }),
        ];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(call);
            Assert.Equal((CommerceErrorKind.Invalid, "colissimo", false), (failure.Kind, failure.Vendor, failure.IsOutcomeUnknown));
            Assert.Contains($"VendorFields.{name}", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await colissimo.RequestsAsync());
    }

    private static PickupPointRequest Near(string postalCode) => new() { Near = CarrierSamples.Recipient.Address with { PostalCode = postalCode } };

    private static Party To(Party party, string postalCode) => party with { Address = party.Address with { PostalCode = postalCode } };

    private Task<TrackingReport?> TrackAsync(string number) => Client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(number) });

    private ServiceProvider Provide(Action<IServiceCollection> more)
    {
        var services = new ServiceCollection();
        more(services);
        services.AddColissimoCarrier(options =>
        {
            (options.BaseAddress, options.ApiKey) = (colissimo.Address, "invented-key");
            (options.AttemptTimeout, options.RetryDelay) = (TimeSpan.FromMilliseconds(700), TimeSpan.FromMilliseconds(1));
        }).AddHttpMessageHandler(colissimo.Edge);
        return services.BuildServiceProvider();
    }

    /// <summary>Compares what was sent with the approved bytes; the key is not a part of them.</summary>
    private async Task MatchAsync([System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Match(
            string.Join("\n\n", (await colissimo.RequestsAsync()).Select(static request => request.ToText().Replace("invented-key", "{secret}", StringComparison.Ordinal))),
            file: file,
            test: test);

    public sealed class Recorded() : WireMockServer("colissimo");
}
