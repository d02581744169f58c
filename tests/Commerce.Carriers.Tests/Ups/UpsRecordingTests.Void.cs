using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Void_of_a_shipment_is_confirmed_and_its_number_is_sent_in_upper_case()
    {
        var id = new CarrierShipmentId(Number(20).Value.ToLowerInvariant());

        var outcome = await ((IShipmentVoider)Client()).VoidAsync(new VoidRequest { ShipmentId = id });

        Assert.Equal((id, false, true), (outcome.Value.ShipmentId, outcome.Value.WasAlreadyVoid, outcome.Value.IsComplete));
        await MatchAsync("/void/");
    }

    [Fact]
    public async Task Void_of_one_parcel_names_it()
    {
        var outcome = await VoidAsync(Client(), 21, 22);

        Assert.False(outcome.Value.WasAlreadyVoid);
        await MatchAsync("/void/");
    }

    [Fact]
    public async Task Void_of_several_parcels_lists_them()
    {
        var outcome = await VoidAsync(Client(), 23, 24, 25);

        Assert.True(outcome.IsSuccess);
        await MatchAsync("/void/");
    }

    [Fact]
    public async Task Void_of_some_of_the_parcels_names_those_that_were_not_voided()
    {
        var outcome = await VoidAsync(Client(), 26, 27, 28);

        Assert.False(outcome.Value.IsComplete);
        Assert.Equal([(Number(27), null), (Number(28), "0")], outcome.Value.Parcels.Select(parcel => (parcel.Key, parcel.Refusal?.VendorCode)));
    }

    [Fact]
    public async Task Void_of_what_is_void_already_counts_as_done()
    {
        var outcome = await VoidAsync(Client(), 29);

        Assert.True(outcome.Value.WasAlreadyVoid);
    }

    [Fact]
    public async Task Void_that_comes_too_late_is_refused()
    {
        var outcome = await VoidAsync(Client(), 30);

        Assert.Equal((RefusalCode.WindowExpired, "190102"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
    }

    [Theory]
    [InlineData(31, CommerceErrorKind.Forbidden, 1)]
    [InlineData(32, CommerceErrorKind.Unavailable, 3)]
    [InlineData(33, CommerceErrorKind.Protocol, 1)]
    public async Task Void_that_fails_says_why_and_is_repeated_where_that_may_help(int number, CommerceErrorKind kind, int requests)
    {
        var exception = await FailureAsync(() => VoidAsync(Client(), number));

        Assert.Equal((kind, "void"), (exception.Kind, exception.Operation));
        Assert.Equal(requests, ups.Sent("/void/"));
    }

    [Fact]
    public async Task Void_whose_answer_is_lost_is_repeated_and_found_done()
    {
        var outcome = await VoidAsync(Client(), 34);

        Assert.True(outcome.Value.WasAlreadyVoid);
        Assert.Equal(2, ups.Sent("/void/"));
    }

    [Theory]
    [InlineData(35)]
    [InlineData(36)]
    public async Task Void_whose_answers_are_all_lost_is_told(int number)
    {
        var client = Client(maxRetries: 1, change: Hurry);
        await ((IRateProvider)client).GetRatesAsync(CarrierSamples.Rates());

        var exception = await FailureAsync(() => VoidAsync(client, number));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (exception.Kind, exception.IsOutcomeUnknown));
        Assert.Equal(2, ups.Sent("/void/"));
    }

    private static Task<Outcome<VoidConfirmation>> VoidAsync(ICarrierClient client, int shipment, params int[] parcels) =>
        ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = Id(shipment), TrackingNumbers = [.. parcels.Select(Number)] });
}
