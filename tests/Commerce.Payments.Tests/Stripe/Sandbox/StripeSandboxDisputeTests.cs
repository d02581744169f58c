using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Disputes come after the charge and are decided by the documented words.</summary>
public sealed class StripeSandboxDisputeTests : StripeWire
{
    private const int Fees = 320 + 1500;

    [Theory]
    [InlineData("pm_card_createDispute", "fraudulent", "chargeback", null)]
    [InlineData("pm_card_createDisputeProductNotReceived", "product_not_received", "chargeback", null)]
    [InlineData("pm_card_createCe3EligibleDispute", "fraudulent", "chargeback", "visa_compelling_evidence_3")]
    [InlineData("pm_card_createComplianceDispute", "noncompliant", "compliance", "visa_compliance")]
    public async Task A_dispute_comes_later_and_takes_the_money_and_a_fee(string method, string reason, string kind, string? eligible)
    {
        await PayAsync(method);
        var paid = (Count: Stripe.Disputes.Count, Total: Total());

        var dispute = await DisputeAsync();

        Assert.Equal((0, 10000L - 320), paid);
        Assert.Equal(("needs_response", reason, 10000L), ((string?)dispute["status"], (string?)dispute["reason"], (long)dispute["amount"]!));
        Assert.Equal(kind, (string?)dispute["payment_method_details"]!["card"]!["case_type"]);
        Assert.Equal(eligible is null ? [] : [eligible], dispute["enhanced_eligibility_types"]!.AsArray().Select(type => (string?)type));
        Assert.Equal(-Fees, Total());
        Assert.Equal(["charge.dispute.created", "charge.dispute.funds_withdrawn"], EventTypes().Where(type => type.Contains("dispute", StringComparison.Ordinal)));
        Assert.Empty(Stripe.Audit());
    }

    [Theory]
    [InlineData("winning_evidence", "won", 10000 - Fees)]
    [InlineData("losing_evidence", "lost", -Fees)]
    [InlineData("The parcel arrived.", "under_review", -Fees)]
    public async Task Evidence_decides(string words, string status, long total)
    {
        await PayAsync("pm_card_createDispute");
        var id = (string)(await DisputeAsync())["id"]!;

        var submitted = await PostAsync($"disputes/{id}", $"evidence[uncategorized_text]={words}");
        Clock.Advance(TimeSpan.FromHours(1));
        var decided = await GetAsync($"disputes/{id}");

        Assert.Equal(("under_review", status, total), ((string?)submitted["status"], (string?)decided["status"], Total()));
        Assert.Equal(status == "won", EventTypes().Contains("charge.dispute.funds_reinstated"));
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task Staged_evidence_waits_until_it_is_submitted()
    {
        await PayAsync("pm_card_createDispute");
        var id = (string)(await DisputeAsync())["id"]!;

        var staged = await PostAsync($"disputes/{id}", "evidence[uncategorized_text]=winning_evidence&submit=false");
        var submitted = await PostAsync($"disputes/{id}", "evidence[customer_name]=Zoe&submit=true");

        Assert.Equal(("needs_response", 0L), ((string?)staged["status"], (long)staged["evidence_details"]!["submission_count"]!));
        Assert.Equal(("under_review", "winning_evidence"), ((string?)submitted["status"], (string?)submitted["evidence"]!["uncategorized_text"]));
    }

    [Theory]
    [InlineData("winning_evidence", "warning_closed", 10000 - 320)]
    [InlineData("losing_evidence", "warning_closed", 10000 - 320)]
    [InlineData("escalate_inquiry_evidence", "needs_response", -Fees)]
    public async Task An_inquiry_takes_no_money_unless_it_is_escalated(string words, string status, long total)
    {
        await PayAsync("pm_card_createDisputeInquiry");
        var inquiry = await DisputeAsync();
        var before = Total();

        await PostAsync($"disputes/{inquiry["id"]}", $"evidence[uncategorized_text]={words}");
        Stripe.FinishEverything();
        var after = await GetAsync($"disputes/{inquiry["id"]}");

        Assert.Equal(("warning_needs_response", 9680L), ((string?)inquiry["status"], before));
        Assert.Equal((status, total), ((string?)after["status"], Total()));
    }

    [Fact]
    public async Task One_card_brings_two_disputes()
    {
        await PayAsync("pm_card_createMultipleDisputes", 10001);

        Stripe.FinishEverything();

        Assert.Equal([5000L, 5001L], Stripe.Disputes.Select(dispute => dispute.Amount));
        Assert.Equal(10001 - 320 - 10001 - 3000, Total());
    }

    [Fact]
    public async Task One_card_is_reported_as_fraud()
    {
        var intent = await PayAsync("pm_card_createIssuerFraudRecord");

        Clock.Advance(TimeSpan.FromHours(1));
        var warnings = await GetAsync($"radar/early_fraud_warnings?payment_intent={intent["id"]}");

        Assert.Equal((string?)intent["latest_charge"], (string?)warnings["data"]!.AsArray().Single()!["charge"]);
        Assert.Contains("radar.early_fraud_warning.created", EventTypes());
    }

    [Fact]
    public async Task An_elevated_risk_is_reviewed_until_it_is_approved()
    {
        await PayAsync("pm_card_riskLevelElevated");
        var open = await GetAsync("reviews");

        var approved = await PostAsync($"reviews/{open["data"]![0]!["id"]}/approve");

        Assert.Equal((false, "approved"), ((bool)approved["open"]!, (string?)approved["closed_reason"]));
        Assert.Empty((await GetAsync("reviews"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_disputed_charge_is_not_refunded_and_an_accepted_dispute_is_lost()
    {
        var intent = await PayAsync("pm_card_createDispute");
        var dispute = await DisputeAsync();

        var refund = await TryPostAsync("refunds", $"payment_intent={intent["id"]}");
        var closed = await PostAsync($"disputes/{dispute["id"]}/close");
        var again = await TryPostAsync($"disputes/{dispute["id"]}/close");

        Assert.Equal((400, "charge_disputed"), (refund.Status, refund.Error("code")));
        Assert.Equal(("lost", 400), ((string?)closed["status"], again.Status));
    }

    [Fact]
    public async Task A_dispute_of_a_direct_charge_debits_the_seller()
    {
        var seller = Stripe.OpenAccount();
        await PayAsync("pm_card_createDispute", more: "application_fee_amount=1200", account: seller);

        Clock.Advance(TimeSpan.FromHours(1));
        var disputes = await GetAsync("disputes", seller);

        Assert.Single(disputes["data"]!.AsArray());
        Assert.Equal((8480L - 10000 - 1500, 1200L), (Total(seller), Total()));
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task Evidence_is_limited_and_its_files_must_be_known()
    {
        await PayAsync("pm_card_createDispute");
        var id = (string)(await DisputeAsync())["id"]!;
        var file = await UploadAsync("receipt.pdf", "application/pdf");
        var html = await UploadAsync("receipt.html", "text/html");

        var tooLong = await TryPostAsync($"disputes/{id}", $"evidence[customer_name]=Zoe&evidence[uncategorized_text]={new string('x', 149_998)}");
        var unknown = await TryPostAsync($"disputes/{id}", "evidence[receipt]=file_unknown");
        var good = await PostAsync($"disputes/{id}", $"evidence[receipt]={file.Body["id"]}&submit=false");

        Assert.Equal((400, "evidence"), (tooLong.Status, tooLong.Error("param")));
        Assert.Equal((404, "evidence[receipt]"), (unknown.Status, unknown.Error("param")));
        Assert.Equal(("pdf", 6L), ((string?)file.Body["type"], (long)file.Body["size"]!));
        Assert.Equal((string?)file.Body["id"], (string?)good["evidence"]!["receipt"]);
        Assert.Equal(400, html.Status);
    }

    private async Task<JsonObject> DisputeAsync()
    {
        Clock.Advance(TimeSpan.FromHours(1));
        return (JsonObject)(await GetAsync("disputes"))["data"]![0]!;
    }

    private async Task<WireAnswer> UploadAsync(string name, string type)
    {
        using var content = new ByteArrayContent("%PDF-1"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { new StringContent("dispute_evidence"), "purpose" }, { content, "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "files") { Content = form };
        return await SendAsync(request, key: name);
    }
}
