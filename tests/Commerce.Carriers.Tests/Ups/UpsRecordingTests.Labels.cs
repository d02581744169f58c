using System.Text;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Label_is_recovered_in_the_format_that_is_asked_for()
    {
        var outcome = await ReprintAsync(40, LabelFormat.Zpl);

        var label = Assert.Single(outcome.Value);
        Assert.Equal((DocumentKind.Label, LabelFormat.Zpl, Number(40)), (label.Kind, label.Format, label.TrackingNumber));
        Assert.Equal("^XA^XZ\n", Encoding.ASCII.GetString(label.Content.Span));
        await MatchAsync("/recovery");
    }

    [Fact]
    public async Task Label_of_one_parcel_is_recovered_as_an_image()
    {
        var outcome = await ((ILabelReprinter)Client()).ReprintAsync(new ReprintRequest
        {
            ShipmentId = Id(40), TrackingNumber = Number(41), Label = new LabelSpecification { Format = LabelFormat.Gif },
        });

        Assert.Equal((LabelFormat.Gif, Number(41)), (Assert.Single(outcome.Value).Format, outcome.Value[0].TrackingNumber));
        await MatchAsync("/recovery");
    }

    [Fact]
    public async Task Label_that_UPS_does_not_have_is_refused()
    {
        var outcome = await ReprintAsync(242, LabelFormat.Zpl);

        Assert.Equal((RefusalCode.NotFound, "300001"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
    }

    [Theory]
    [InlineData(243, CommerceErrorKind.Invalid, "10002", 1)]
    [InlineData(244, CommerceErrorKind.Throttled, "10429", 1)]
    [InlineData(245, CommerceErrorKind.Unavailable, "20001", 3)]
    [InlineData(246, CommerceErrorKind.Protocol, null, 1)]
    public async Task Label_recovery_that_fails_says_why(int number, CommerceErrorKind kind, string? code, int requests)
    {
        var exception = await FailureAsync(() => ReprintAsync(number, LabelFormat.Zpl));

        Assert.Equal((kind, code, "label-recovery"), (exception.Kind, exception.VendorCode, exception.Operation));
        Assert.Equal(requests, ups.Sent("/recovery"));
    }

    private Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(int number, LabelFormat format) =>
        ((ILabelReprinter)Client()).ReprintAsync(new ReprintRequest { ShipmentId = Id(number), Label = new LabelSpecification { Format = format } });
}
