using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

/// <summary>What the sandbox's Stripe answers and tells is valid by Stripe's own schemas.</summary>
public sealed class StripeSandboxShapeTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private readonly HttpClient _http = new();
    private readonly List<JsonObject> _answers = [];
    private SandboxHost _host = null!;

    private StripeSandbox Stripe => _host.Get<StripeSandbox>();

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        Stripe.Limit(10_000, TimeSpan.FromSeconds(1));
        _http.BaseAddress = new Uri(_host.AddressOf("stripe"), "v1/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Stripe.SecretKey);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [VendorSpecFact]
    public async Task Every_object_that_it_answers_keeps_the_contract()
    {
        await LiveAsync();

        var shapes = new StripeShapes();
        var errors = _answers.SelectMany(shapes.Check).Distinct().ToList();
        var kinds = _answers.SelectMany(answer => answer["data"] is JsonArray items ? items.AsEnumerable() : [answer])
            .Select(item => (string)item!["object"]!).Distinct().Order(StringComparer.Ordinal);

        Assert.True(errors.Count == 0, string.Join("\n", errors));
        Assert.Equal(
            ["account", "account_link", "application_fee", "balance", "balance_settings", "balance_transaction", "bank_account", "capability", "charge", "checkout.session",
            "customer", "dispute", "event", "fee_refund", "file", "login_link", "payment_intent", "payment_method", "payout", "radar.early_fraud_warning", "refund",
            "review", "setup_intent", "topup", "transfer", "transfer_reversal", "webhook_endpoint"],
            kinds);
    }

    [VendorSpecFact]
    public async Task Every_event_that_it_tells_keeps_the_contract()
    {
        await LiveAsync();

        var shapes = new StripeShapes();
        var events = Stripe.TakeWebhooks().Select(webhook => JsonNode.Parse(webhook.Value.Span)!.AsObject()).ToList();
        var errors = events.SelectMany(item => shapes.Check(item).Concat(shapes.Check(item["data"]!["object"]!.AsObject()).Select(error => $"{item["type"]}: {error}")));

        Assert.True(events.Count > 50, $"{events.Count} events");
        Assert.Equal([], errors.Distinct());
    }

    [VendorSpecFact]
    public void A_wrong_shape_is_seen()
    {
        var shapes = new StripeShapes();
        var good = StripeContract.Fixtures()["refund"]!.AsObject();
        foreach (var (name, value) in (KeyValuePair<string, JsonNode?>[])
            [new("amount", "100"), new("charge", null), new("created", 1.5), new("colour", "red"), new("metadata", new JsonObject { ["a"] = 1 })])
        {
            var wrong = good.DeepClone().AsObject();
            wrong[name] = value;
            if (name == "charge")
            {
                wrong.Remove(name);
            }

            Assert.True(shapes.Check(wrong).Count == 1, name);
        }

        Assert.Empty(shapes.Check(good));
    }

    /// <summary>Does everything once that makes objects of another kind or state.</summary>
    private async Task LiveAsync()
    {
        var seller = await SellAsync();
        await PayAsync(seller);
        await MoveAsync(seller);
        foreach (var list in (string[])
            ["payment_intents", "charges", "refunds", "setup_intents", "customers", "accounts", "transfers", "application_fees", "payouts", "topups",
            "balance_transactions?expand[]=data.source", "disputes", "radar/early_fraud_warnings", "reviews", "files", "webhook_endpoints", "checkout/sessions",
            "payment_methods", "events?limit=100", "payment_intents/search?query=amount%3E1", "balance", "balance_settings"])
        {
            await SendAsync(HttpMethod.Get, list);
        }

        await SendAsync(HttpMethod.Get, "balance_transactions?expand[]=data.source", account: seller);
        await SendAsync(HttpMethod.Get, "charges", account: seller);
        await SendAsync(HttpMethod.Get, "payouts", account: seller);
    }

    private async Task<string> SellAsync()
    {
        var account = await PostAsync("accounts", "country=FR&controller[stripe_dashboard][type]=express&capabilities[transfers][requested]=true"
            + "&capabilities[card_payments][requested]=true&business_profile[url]=https://lamps.example.com&settings[payouts][schedule][interval]=weekly"
            + "&settings[payouts][schedule][weekly_payout_days][]=monday");
        var seller = (string)account["id"]!;
        await PostAsync("account_links", $"account={seller}&type=account_onboarding");
        await PostAsync($"accounts/{seller}/login_links");
        Stripe.CompleteOnboarding(seller);
        await SendAsync(HttpMethod.Get, $"accounts/{seller}/capabilities/transfers");
        await PostAsync(
            $"accounts/{seller}/external_accounts",
            "external_account[object]=bank_account&external_account[country]=FR&external_account[currency]=eur&external_account[account_number]=DE62370400440532013001");
        await SendAsync(HttpMethod.Get, $"accounts/{seller}");
        return seller;
    }

    private async Task PayAsync(string seller)
    {
        const string Now = "amount=10000&currency=eur&confirm=true&return_url=https://shop.example.com/back";
        var customer = (string)(await PostAsync("customers", "email=ada@example.com&name=Ada&metadata[a]=1"))["id"]!;
        await PostAsync("payment_intents", "amount=100&currency=eur");
        await PostAsync("payment_intents", $"{Now}&payment_method=pm_card_visa&customer={customer}&setup_future_usage=off_session&expand[]=latest_charge.balance_transaction&expand[]=payment_method");
        await PostAsync("payment_intents", $"{Now}&payment_method=pm_card_visa&application_fee_amount=1200", seller);
        await SendAsync(HttpMethod.Post, "payment_intents", $"{Now}&payment_method=pm_card_visa_chargeDeclined");
        foreach (var method in (string[])
            ["pm_card_createDispute", "pm_card_createDisputeInquiry", "pm_card_createComplianceDispute", "pm_card_createIssuerFraudRecord", "pm_card_riskLevelElevated",
            "pm_card_threeDSecure2Required", "pm_usBankAccount_success", "pm_card_pendingRefund", "pm_card_refundFail", "pm_card_bypassPending", "pm_card_radarBlock"])
        {
            var intent = await SendAsync(HttpMethod.Post, "payment_intents", $"{Now}&payment_method={method}&shipping[name]=Ada&shipping[address][city]=Lyon");
            if ((string?)intent["status"] == "succeeded" && method.Contains("efund", StringComparison.Ordinal))
            {
                await PostAsync("refunds", $"payment_intent={intent["id"]}&amount=1000");
            }

            if ((string?)intent["status"] == "requires_action")
            {
                Stripe.CompleteAuthentication((string)intent["id"]!, succeeds: true);
            }
        }

        var hold = await PostAsync(
            "payment_intents", $"{Now}&payment_method=pm_card_visa&capture_method=manual&payment_method_options[card][request_multicapture]=if_available");
        await PostAsync($"payment_intents/{hold["id"]}/capture", "amount_to_capture=5000&final_capture=false");
        var expiring = await PostAsync("payment_intents", $"{Now}&payment_method=pm_card_visa&capture_method=manual&expand[]=latest_charge");
        await PostAsync($"payment_intents/{expiring["id"]}/cancel", "cancellation_reason=duplicate");
        await PostAsync("setup_intents", $"payment_method=pm_card_visa&customer={customer}&confirm=true&return_url=https://shop.example.com/back");
        await PostAsync("setup_intents", "payment_method=pm_card_authenticationRequired&confirm=true&return_url=https://shop.example.com/back");
        await PostAsync("checkout/sessions", "mode=payment&success_url=https://shop.example.com/done&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=2000");
        await PostAsync("webhook_endpoints", "url=https://shop.example.com/hook&enabled_events[]=*");
        await UploadAsync();
    }

    private async Task MoveAsync(string seller)
    {
        var destination = await PostAsync(
            "payment_intents",
            "amount=10000&currency=eur&confirm=true&return_url=https://shop.example.com/back&payment_method=pm_card_bypassPending"
            + $"&transfer_data[destination]={seller}&application_fee_amount=1200&expand[]=latest_charge.transfer&expand[]=latest_charge.application_fee");
        await PostAsync("refunds", $"payment_intent={destination["id"]}&amount=2500&reverse_transfer=true&refund_application_fee=true&expand[]=transfer_reversal");
        var fee = await SendAsync(HttpMethod.Get, "application_fees?limit=1");
        await PostAsync($"application_fees/{fee["data"]![0]!["id"]}/refunds", "amount=100");
        var transfer = await PostAsync("transfers", $"amount=1000&currency=eur&destination={seller}");
        await PostAsync($"transfers/{transfer["id"]}/reversals", "amount=100");
        await PostAsync("payouts", "amount=1000&currency=eur", seller);
        await PostAsync("payouts", "amount=1000&currency=eur");
        await PostAsync("topups", "amount=1000&currency=eur");
        Stripe.FinishEverything();
        var disputes = await SendAsync(HttpMethod.Get, "disputes");
        await PostAsync($"disputes/{disputes["data"]![0]!["id"]}", "evidence[uncategorized_text]=winning_evidence");
        _clock.Advance(TimeSpan.FromDays(8));
        Assert.Empty(Stripe.Audit());
    }

    private async Task UploadAsync()
    {
        using var content = new ByteArrayContent("%PDF-1"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { new StringContent("dispute_evidence"), "purpose" }, { content, "file", "receipt.pdf" } };
        using var response = await _http.PostAsync("files", form);
        _answers.Add(JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    private async Task<JsonObject> PostAsync(string path, string form = "", string? account = null)
    {
        var answer = await SendAsync(HttpMethod.Post, path, form, account);
        Assert.True(answer["error"] is null, $"{path}: {answer.ToJsonString()}");
        return answer;
    }

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, string? form = null, string? account = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(form.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
        }

        if (account is not null)
        {
            request.Headers.Add("Stripe-Account", account);
        }

        using var response = await _http.SendAsync(request);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        if (body["error"] is null)
        {
            _answers.Add(body);
        }
        else if (body["error"]!["payment_intent"] is JsonObject intent)
        {
            _answers.Add(intent.DeepClone().AsObject());
        }

        return body;
    }
}
