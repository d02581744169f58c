using Commerce.Testing;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

/// <summary>The Chronopost client against recordings in Chronopost's shape, served by the real WireMock.</summary>
public sealed partial class ChronopostRecordingTests(ChronopostRecordingTests.Recorded chronopost) :
    IClassFixture<ChronopostRecordingTests.Recorded>, IAsyncLifetime
{
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("chronopost");

    public async Task InitializeAsync()
    {
        await chronopost.ResetAsync();
        _provider = Provide(services => services.AddSingleton<TimeProvider>(new FakeClock()));
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Rates_are_the_priced_products_with_padded_codes()
    {
        var result = await ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates());

        Assert.Equal(
            [("16", Money.Eur(7.15m), Money.Eur(8.58m)), ("01", Money.Eur(8.40m), Money.Eur(10.08m))],
            result.Quotes.Select(quote => (quote.Service.Value, quote.Price, quote.PriceWithTax!.Value)));
        await MatchAsync();
    }

    [Fact]
    public async Task Lane_without_a_price_is_an_empty_list_with_the_reason()
    {
        var result = await ((IRateProvider)Client).GetRatesAsync(To(CarrierSamples.Rates(), "69003"));

        Assert.Empty(result.Quotes);
        Assert.Equal("5", Assert.Single(result.Messages).Code);
    }

    [Theory]
    [InlineData("69004", CommerceErrorKind.Unauthorized, "3")]
    [InlineData("69005", CommerceErrorKind.Unavailable, "1")]
    [InlineData("69007", CommerceErrorKind.Protocol, null)]
    public async Task Rates_that_fail_say_how(string postalCode, CommerceErrorKind kind, string? code)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => ((IRateProvider)Client).GetRatesAsync(To(CarrierSamples.Rates(), postalCode)));

        Assert.Equal((kind, code, "chronopost", "rate"), (failure.Kind, failure.VendorCode, failure.Vendor, failure.Operation));
    }

    [Fact]
    public async Task Rates_are_asked_for_again_while_the_service_is_unavailable()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => ((IRateProvider)Client).GetRatesAsync(To(CarrierSamples.Rates(), "69006")));

        Assert.Equal((CommerceErrorKind.Unavailable, 503), (failure.Kind, failure.HttpStatus));
        Assert.Equal(3, chronopost.Sent("quickcost"));
    }

    [Fact]
    public async Task Tracking_is_newest_first_and_knows_when_it_was_delivered()
    {
        var report = await Client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("XR000000001FR") });

        Assert.Equal(TrackingStatus.Delivered, report!.Status);
        Assert.Equal(DateTimeOffset.Parse("2026-03-03T08:30:00+01:00", null), report.DeliveredAt);
        Assert.Equal(["D", "TA", "DB", "DC"], report.Events.Select(item => item.Code));
        Assert.Equal("LYON CHRONOPOST 69007", report.Events[0].Location);
        await MatchAsync();
    }

    [Fact]
    public async Task Unlisted_event_is_read_from_its_label()
    {
        var report = await Client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("XR000000002FR") });

        Assert.Equal((TrackingStatus.FailedAttempt, IncidentReason.RecipientAbsent), (report!.Status, report.Incident!.Value));
    }

    [Fact]
    public async Task Number_without_events_is_not_known() =>
        Assert.Null(await Client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("XR000000099FR") }));

    [Fact]
    public async Task Tracking_that_fails_says_how()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() =>
            Client.TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("XR000000098FR") }));

        Assert.Equal((CommerceErrorKind.Unavailable, "1"), (failure.Kind, failure.VendorCode));
    }

    private static RateRequest To(RateRequest request, string postalCode) => request with { Recipient = To(request.Recipient, postalCode) };

    private static Party To(Party party, string postalCode) => party with { Address = party.Address with { PostalCode = postalCode } };

    private ServiceProvider Provide(Action<IServiceCollection> more)
    {
        var services = new ServiceCollection();
        more(services);
        services.AddChronopostCarrier(options =>
        {
            options.BaseAddress = chronopost.Address;
            (options.AccountNumber, options.Password) = ("12345678", "123456");
            options.AttemptTimeout = TimeSpan.FromMilliseconds(700);
        }).AddHttpMessageHandler(chronopost.Edge);
        return services.BuildServiceProvider();
    }

    /// <summary>Compares what was sent with the approved bytes; the password is not a part of them.</summary>
    private async Task MatchAsync([System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Match(
            string.Join("\n\n", (await chronopost.RequestsAsync()).Select(request => request.ToText().Replace(">123456<", ">{secret}<", StringComparison.Ordinal))),
            file: file,
            test: test);

    public sealed class Recorded() : WireMockServer("chronopost");
}
