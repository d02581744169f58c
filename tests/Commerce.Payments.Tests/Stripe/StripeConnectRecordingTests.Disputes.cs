using System.Text;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeConnectRecordingTests
{
    private static readonly GatewayDisputeId Disputed = new("dp_1");

    [Fact]
    public async Task A_dispute_is_found_on_the_sellers_account()
    {
        var dispute = await Client<IDisputeClient>().FindDisputeAsync(Disputed, Lamps);

        Assert.Equal((Disputed, "pi_paid01", Money.Eur(100m), Lamps), (dispute?.Id, dispute?.PaymentId?.Value, dispute?.Amount, dispute?.Seller));
        Assert.Equal((DisputeStatus.NeedsResponse, true, "product_not_received"), (dispute?.Status, dispute?.IsInquiry, dispute?.VendorReason));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_dispute_that_Stripe_does_not_know_is_not_found() => Assert.Null(await Client<IDisputeClient>().FindDisputeAsync(new("dp_none01")));

    [Fact]
    public async Task Disputes_of_a_payment_are_listed()
    {
        var disputes = await AllAsync(Client<IDisputeClient>().ListDisputes(
            new DisputeQuery { PaymentId = new("pi_paid01"), CreatedFrom = Created, CreatedBefore = Created.AddDays(1), PageSize = 10 }));

        Assert.Equal([("dp_2", DisputeStatus.UnderReview), ("dp_1", DisputeStatus.NeedsResponse)], disputes.Select(dispute => (dispute.Id.Value, dispute.Status)));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Evidence_is_staged()
    {
        var dispute = (await Client<IDisputeClient>().SubmitEvidenceAsync(Evidence("evidence-staged") with { Submit = false, Seller = Lamps })).Value;

        Assert.Equal(DisputeStatus.NeedsResponse, dispute.Status);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Evidence_of_every_kind_goes_to_the_bank()
    {
        var dispute = (await Client<IDisputeClient>().SubmitEvidenceAsync(Evidence("evidence-submitted") with
        {
            Carrier = "Contoso", TrackingNumber = "CT1", ShippedOn = new DateOnly(2026, 7, 29), ProductDescription = "A lamp & shade", Text = "Delivered to the door.",
            VendorFields = new Dictionary<string, string>
            {
                ["receipt"] = "file_1", ["evidence[customer_name]"] = "Ada Example", ["enhanced_evidence[visa_compliance][fee_acknowledged]"] = "true",
            },
        })).Value;

        Assert.Equal(DisputeStatus.UnderReview, dispute.Status);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData(150_000, true)]
    [InlineData(150_001, false)]
    public async Task Evidence_longer_than_Stripe_takes_is_refused_before_the_call(int length, bool isTaken)
    {
        var outcome = await Client<IDisputeClient>().SubmitEvidenceAsync(Evidence("evidence-staged") with
        {
            Text = new string('a', 20_000), Submit = false, Seller = Lamps,
            VendorFields = new Dictionary<string, string> { ["access_activity_log"] = new string('b', length - 20_000), ["receipt"] = "file_1" },
        });

        Assert.Equal((isTaken ? null : "Validation", isTaken ? null : "VendorFields", isTaken ? 1 : 0), (Seen(outcome).Code, Seen(outcome).Field, stripe.Sent()));
    }

    [Fact]
    public async Task Evidence_that_has_a_member_of_its_own_is_refused_under_Stripes_name()
    {
        var outcome = await Client<IDisputeClient>().SubmitEvidenceAsync(Evidence("any") with
        {
            Carrier = "Contoso", VendorFields = new Dictionary<string, string> { ["shipping_carrier"] = "Fabrikam" },
        });

        Assert.Equal(("Validation", "VendorFields"), Seen(outcome));
    }

    [Theory]
    [InlineData("evidence-late", "dp_late01", "WindowExpired", null)]
    [InlineData("evidence-lost", "dp_lost01", "InvalidTransition", null)]
    [InlineData("evidence-odd-file", "dp_1", "NotFound", "VendorFields")]
    public async Task Evidence_that_is_not_taken_is_refused(string key, string dispute, string code, string? field) =>
        Assert.Equal((code, field), Seen(await Client<IDisputeClient>().SubmitEvidenceAsync(Evidence(key) with { DisputeId = new(dispute) })));

    [Fact]
    public async Task A_dispute_is_given_up()
    {
        var dispute = (await Client<IDisputeClient>().AcceptDisputeAsync(new("dispute-accepted"), Disputed, Lamps)).Value;

        Assert.Equal((DisputeStatus.Lost, Lamps), (dispute.Status, dispute.Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_dispute_that_is_closed_cannot_be_given_up() => Assert.Equal(
        "InvalidTransition", (await Client<IDisputeClient>().AcceptDisputeAsync(new("dispute-accepted-again"), new("dp_lost01"))).Refusal?.Code.Value);

    [Fact]
    public async Task A_document_is_uploaded_with_a_name_of_plain_letters()
    {
        var file = (await Client<IDisputeClient>().UploadEvidenceAsync(Document("file-uploaded") with { FileName = "preuve \"reçue\".pdf", Seller = Lamps })).Value;

        Assert.Equal(new EvidenceFile("file_1", 8) { RequestId = file.RequestId }, file);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("file-refused")]
    [InlineData("file-too-large")]
    public async Task A_document_that_Stripe_does_not_take_is_refused(string key) =>
        Assert.Equal(("Validation", "Content"), Seen(await Client<IDisputeClient>().UploadEvidenceAsync(Document(key))));

    [Fact]
    public async Task A_document_of_another_format_is_refused_before_the_call()
    {
        var outcome = await Client<IDisputeClient>().UploadEvidenceAsync(Document("any") with { ContentType = "image/gif" });

        Assert.Equal(("Validation", "ContentType", 0), (Seen(outcome).Code, Seen(outcome).Field, stripe.Sent()));
    }

    private static DisputeEvidence Evidence(string key) => new() { Key = new(key), DisputeId = Disputed, Submit = true };

    private static EvidenceUpload Document(string key) => new()
    {
        Key = new(key), FileName = "proof.pdf", ContentType = "application/pdf", Content = Encoding.ASCII.GetBytes("%PDF-1.7"),
    };
}
