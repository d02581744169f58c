using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Paper_is_uploaded_and_has_an_id()
    {
        var paper = (await ((ITradeDocumentClient)Client()).UploadTradeDocumentAsync(Paper("invoice.pdf"))).Value;

        Assert.Equal("2026-03-02-09.00.00.000001", paper.Id);
        await MatchAsync("/upload");
    }

    [Fact]
    public async Task Paper_that_UPS_judges_wrong_is_refused()
    {
        var refusal = (await ((ITradeDocumentClient)Client()).UploadTradeDocumentAsync(Paper("refused.pdf"))).Refusal!;

        Assert.Equal((RefusalCode.ExternalRejected, "9590008"), (refusal.Code, refusal.VendorCode));
    }

    [Theory]
    [InlineData("invoice.exe", "002", "FileName")]
    [InlineData("invoice", "002", "FileName")]
    [InlineData("invoice.pdf", "014", "VendorType")]
    [InlineData("invoice.pdf", "invoice", "VendorType")]
    public async Task Paper_that_UPS_does_not_take_is_refused_before_anything_is_sent(string fileName, string type, string field)
    {
        var refusal = (await ((ITradeDocumentClient)Client()).UploadTradeDocumentAsync(Paper(fileName) with { VendorType = type })).Refusal!;

        Assert.Equal((RefusalCode.Validation, field), (refusal.Code, refusal.Field));
        Assert.Equal(0, ups.Sent());
    }

    [Theory]
    [InlineData("forbidden.pdf", CommerceErrorKind.Forbidden, "9590018", false)]
    [InlineData("unavailable.pdf", CommerceErrorKind.Unavailable, "20001", true)]
    [InlineData("malformed.pdf", CommerceErrorKind.Protocol, null, true)]
    public async Task Upload_that_fails_is_sent_once(string fileName, CommerceErrorKind kind, string? code, bool unknown)
    {
        var failure = await FailureAsync(() => ((ITradeDocumentClient)Client()).UploadTradeDocumentAsync(Paper(fileName)));

        Assert.Equal((kind, code, unknown, "upload-paper"), (failure.Kind, failure.VendorCode, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(1, ups.Sent("/upload"));
    }

    [Fact]
    public async Task Papers_are_joined_to_a_shipment()
    {
        var outcomes = await AttachAsync(91);

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.Equal([Uploaded(1), Uploaded(2)], outcomes.Select(outcome => outcome.Key));
        await MatchAsync("/image");
    }

    [Fact]
    public async Task Papers_that_UPS_does_not_join_are_refused_one_by_one()
    {
        var outcomes = await AttachAsync(92);

        Assert.Equal(["9590022", "9590022"], outcomes.Select(outcome => outcome.Refusal!.VendorCode));
    }

    [Theory]
    [InlineData(93, CommerceErrorKind.Unavailable)]
    [InlineData(94, CommerceErrorKind.Protocol)]
    public async Task Joining_that_fails_is_sent_once(int number, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => AttachAsync(number));

        Assert.Equal((kind, true, "attach-paper"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(1, ups.Sent("/image"));
    }

    [Fact]
    public async Task No_papers_are_joined_without_a_call()
    {
        Assert.Empty(await ((ITradeDocumentArchive)Client()).AttachTradeDocumentsAsync(Id(91), []));
        Assert.Equal(0, ups.Sent());
    }

    [Fact]
    public async Task Paper_is_deleted_by_its_id()
    {
        Assert.True((await DeleteAsync(1)).IsSuccess);
        await MatchAsync("/DocumentId/");
    }

    [Fact]
    public async Task Paper_that_is_not_there_is_told()
    {
        var refusal = (await DeleteAsync(2)).Refusal!;

        Assert.Equal((RefusalCode.NotFound, "9590031", "Id"), (refusal.Code, refusal.VendorCode, refusal.Field));
    }

    [Theory]
    [InlineData(3, CommerceErrorKind.Unavailable, 3)]
    [InlineData(4, CommerceErrorKind.Protocol, 1)]
    public async Task Deleting_that_fails_says_how(int number, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => DeleteAsync(number));

        Assert.Equal((kind, "delete-paper"), (failure.Kind, failure.Operation));
        Assert.Equal(sent, ups.Sent("/DocumentId/"));
    }

    private static UploadedTradeDocument Uploaded(int number) => new($"2026-03-02-09.00.00.00000{number}");

    private static TradeDocument Paper(string fileName) => new()
    {
        FileName = fileName,
        MediaType = "application/pdf",
        Content = "%PDF-1.4\n%%EOF\n"u8.ToArray(),
        VendorType = "002",
        Origin = CountryCode.France,
        Destination = CountryCode.UnitedStates,
    };

    private Task<IReadOnlyList<ItemOutcome<UploadedTradeDocument>>> AttachAsync(int number) =>
        ((ITradeDocumentArchive)Client()).AttachTradeDocumentsAsync(Id(number), [Uploaded(1), Uploaded(2)]);

    private Task<Outcome<UploadedTradeDocument>> DeleteAsync(int number) => ((ITradeDocumentArchive)Client()).DeleteTradeDocumentAsync(Uploaded(number));
}
