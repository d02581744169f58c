using System.Text;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Theory]
    [InlineData("winning_evidence", "won", 96.80 - 15)]
    [InlineData("losing_evidence", "lost", 96.80 - 15 - 100)]
    public async Task A_dispute_is_answered_with_papers_and_won_or_lost(string words, string end, decimal left)
    {
        var (disputes, dispute) = (Client<IDisputeClient>(), await DisputedAsync());
        var file = Done(await disputes.UploadEvidenceAsync(Document()));

        var staged = Done(await disputes.SubmitEvidenceAsync(Evidence(dispute.Id) with
        {
            Submit = false, Carrier = "Contoso", TrackingNumber = "CT-1", ShippedOn = new DateOnly(2026, 3, 1),
            VendorFields = new Dictionary<string, string> { ["evidence[shipping_documentation]"] = file.Id },
        }));
        var submitted = Done(await disputes.SubmitEvidenceAsync(Evidence(dispute.Id) with { Text = words }));
        Clock.Advance(TimeSpan.FromHours(1));
        var decided = await disputes.FindDisputeAsync(dispute.Id);
        var afterwards = await disputes.SubmitEvidenceAsync(Evidence(dispute.Id) with { Text = "more" });
        var accepted = await disputes.AcceptDisputeAsync(Key(), dispute.Id);

        Assert.Equal((8L, DisputeStatus.NeedsResponse, DisputeStatus.UnderReview), (file.Size, staged.Status, submitted.Status));
        Assert.Equal(new DisputeStatus(end), decided!.Status);
        Assert.Equal(["InvalidTransition", "InvalidTransition"], Codes(Seen(afterwards).Code, Seen(accepted).Code));
        Assert.Equal(left, await WorthAsync());
    }

    [Fact]
    public async Task A_dispute_is_told_listed_and_given_up()
    {
        var disputes = Client<IDisputeClient>();
        var dispute = await DisputedAsync("pm_card_createDisputeProductNotReceived");
        var events = await AllAsync(Client<IPaymentEventReader>().ListEvents(new() { Types = ["charge.dispute.created"] }));

        var given = Done(await disputes.AcceptDisputeAsync(Key(), dispute.Id));
        var unknown = await disputes.AcceptDisputeAsync(Key(), new("du_unknown"));

        Assert.Equal((Usd(100m), "product_not_received", false), (dispute.Amount, dispute.VendorReason, dispute.IsInquiry));
        Assert.Equal(dispute.Id, Assert.IsType<DisputeChanged>(Assert.Single(events)).Dispute.Id);
        Assert.Equal((DisputeStatus.Lost, "NotFound"), (given.Status, Seen(unknown).Code));
        Assert.Null(await disputes.FindDisputeAsync(new("du_unknown")));
        var movement = Assert.Single(await AllAsync(Client<IBalanceReader>().ListMovements(new() { Type = "adjustment" })));
        Assert.Equal((Usd(-100m), Usd(15m), MovementKind.Dispute), (movement.Amount, movement.Fee, movement.Kind));
    }

    [Theory]
    [InlineData("winning_evidence", "closed", true)]
    [InlineData("escalate_inquiry_evidence", "needs_response", false)]
    public async Task An_inquiry_is_closed_or_becomes_a_dispute(string words, string end, bool isInquiry)
    {
        var (disputes, dispute) = (Client<IDisputeClient>(), await DisputedAsync("pm_card_createDisputeInquiry"));

        var submitted = Done(await disputes.SubmitEvidenceAsync(Evidence(dispute.Id) with { Text = words }));
        Clock.Advance(TimeSpan.FromHours(1));
        var decided = await disputes.FindDisputeAsync(dispute.Id);

        Assert.Equal((true, DisputeStatus.NeedsResponse, DisputeStatus.UnderReview), (dispute.IsInquiry, dispute.Status, submitted.Status));
        Assert.Equal((new DisputeStatus(end), isInquiry), (decided!.Status, decided.IsInquiry));
    }

    [Fact]
    public async Task A_dispute_on_a_sellers_account_is_the_sellers()
    {
        var seller = Seller();
        var paid = await PaidAsync(Order(method: "pm_card_createDispute") with { Split = new() { Seller = seller, Commission = Usd(12m), IsDirect = true } });
        Clock.Advance(TimeSpan.FromHours(1));

        var dispute = Assert.Single(await AllAsync(Client<IDisputeClient>().ListDisputes(new() { Seller = seller, PaymentId = paid.Id })));
        var lost = Done(await Client<IDisputeClient>().AcceptDisputeAsync(Key(), dispute.Id, seller));

        Assert.Equal((seller, DisputeStatus.Lost, 84.80m - 115m), (dispute.Seller, lost.Status, await WorthAsync(seller)));
        Assert.Empty(await AllAsync(Client<IDisputeClient>().ListDisputes(new())));
    }

    [Fact]
    public async Task Papers_that_Stripe_does_not_know_or_take_are_refused()
    {
        var (disputes, dispute) = (Client<IDisputeClient>(), await DisputedAsync());

        var unknown = await disputes.SubmitEvidenceAsync(Evidence(dispute.Id) with
        {
            VendorFields = new Dictionary<string, string> { ["evidence[receipt]"] = "file_unknown" },
        });
        var picture = await disputes.UploadEvidenceAsync(Document() with { ContentType = "image/gif" });

        Assert.Equal([("NotFound", "VendorFields"), ("Validation", "ContentType")], [Seen(unknown), Seen(picture)]);
    }

    private DisputeEvidence Evidence(GatewayDisputeId dispute) => new() { Key = Key(), DisputeId = dispute, Submit = true };

    private EvidenceUpload Document() => new()
    {
        Key = Key(), FileName = "proof.pdf", ContentType = "application/pdf", Content = Encoding.ASCII.GetBytes("%PDF-1.7"),
    };

    private async Task<Dispute> DisputedAsync(string method = "pm_card_createDispute")
    {
        var paid = await PaidAsync(method: method);
        Clock.Advance(TimeSpan.FromHours(1));
        return Assert.Single(await AllAsync(Client<IDisputeClient>().ListDisputes(new() { PaymentId = paid.Id })));
    }
}
