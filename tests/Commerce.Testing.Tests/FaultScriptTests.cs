using Commerce.Carriers;
using Xunit;

namespace Commerce.Testing.Tests;

public sealed class FaultScriptTests
{
    private readonly FakeCarrier _carrier = new(CarrierCode.Dpd);

    [Fact]
    public async Task A_scripted_failure_happens_once_and_buys_nothing()
    {
        _carrier.Faults.Fail("CreateShipment", CommerceErrorKind.Throttled);

        var exception = await Assert.ThrowsAsync<CommerceException>(() => _carrier.CreateShipmentAsync(Samples.Shipment(new("k-1"))));
        var second = await _carrier.CreateShipmentAsync(Samples.Shipment(new("k-1")));

        Assert.Equal(CommerceErrorKind.Throttled, exception.Kind);
        Assert.True(second.IsSuccess);
        Assert.Single(_carrier.Purchases);
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_shipment_that_is_found_by_its_key()
    {
        _carrier.Faults.LoseAnswer("CreateShipment");

        var exception = await Assert.ThrowsAsync<CommerceException>(() => _carrier.CreateShipmentAsync(Samples.Shipment(new("k-2"))));
        var found = await _carrier.FindShipmentAsync(new FindShipmentRequest { Key = new("k-2") });

        Assert.True(exception.IsOutcomeUnknown);
        Assert.NotNull(found);
        Assert.Single(_carrier.Purchases);
    }

    [Fact]
    public async Task A_scripted_refusal_comes_as_a_result()
    {
        _carrier.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.ExternalRejected, "No driver in this street."));

        var outcome = await _carrier.CreateShipmentAsync(Samples.Shipment(new("k-3")));

        Assert.Equal(RefusalCode.ExternalRejected, outcome.Refusal?.Code);
        Assert.Empty(_carrier.Purchases);
    }
}
