using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>What Stripe refuses, it refuses in Stripe's words; lists, searches and expansions work as documented.</summary>
public sealed class StripeSandboxRulesTests : StripeWire
{
    [Theory]
    [InlineData("payment_intents", "currency=usd", 400, "parameter_missing", "amount")]
    [InlineData("payment_intents", "amount=100", 400, "parameter_missing", "currency")]
    [InlineData("payment_intents", "amount=100&currency=", 400, "parameter_invalid_empty", "currency")]
    [InlineData("payment_intents", "amount=1.5&currency=usd", 400, "parameter_invalid_integer", "amount")]
    [InlineData("payment_intents", "amount=0&currency=usd", 400, "parameter_invalid_integer", "amount")]
    [InlineData("payment_intents", "amount=49&currency=usd", 400, "amount_too_small", "amount")]
    [InlineData("payment_intents", "amount=29&currency=gbp", 400, "amount_too_small", "amount")]
    [InlineData("payment_intents", "amount=100000000&currency=usd", 400, "amount_too_large", "amount")]
    [InlineData("payment_intents", "amount=5125&currency=kwd", 400, null, "amount")]
    [InlineData("payment_intents", "amount=100&currency=usd&colour=red", 400, "parameter_unknown", "colour")]
    [InlineData("payment_intents", "amount=100&currency=usd&transfer_data[account]=acct_1", 400, "parameter_unknown", "transfer_data[account]")]
    [InlineData("payment_intents", "amount=100&currency=usd&confirm=yes", 400, null, "confirm")]
    [InlineData("payment_intents", "amount=100&currency=usd&capture_method=never", 400, null, "capture_method")]
    [InlineData("payment_intents", "amount=100&currency=usd&customer=cus_unknown", 404, "resource_missing", "customer")]
    [InlineData("payment_intents", "amount=100&currency=usd&off_session=true", 400, "parameter_unknown", "off_session")]
    [InlineData("payment_intents", "amount=100&currency=usd&application_fee_amount=10", 400, "application_fees_not_allowed", "application_fee_amount")]
    [InlineData("payment_intents", "amount=100&currency=usd&transfer_data[destination]=acct_unknown", 400, "resource_missing", "transfer_data[destination]")]
    [InlineData("payment_intents", "amount=100&currency=usd&transfer_data[destination]=acct_conformance&application_fee_amount=101", 400, null, "application_fee_amount")]
    [InlineData("payment_intents", "amount=100&currency=usd&transfer_data[destination]=acct_conformance&application_fee_amount=1&transfer_data[amount]=99", 400, "parameters_exclusive", "application_fee_amount")]
    [InlineData("payment_intents", "amount=100&currency=usd&confirm=true", 400, "parameter_missing", "payment_method")]
    [InlineData("payment_intents", "amount=100&currency=usd&confirm=true&payment_method=pm_card_visa", 400, null, "return_url")]
    [InlineData("payment_intents/pi_unknown/confirm", "", 404, "resource_missing", "intent")]
    [InlineData("nothing/here", "amount=10", 404, null, null)]
    [InlineData("refunds", "amount=10", 400, "parameter_missing", "payment_intent")]
    [InlineData("refunds", "payment_intent=pi_unknown", 404, "resource_missing", "payment_intent")]
    [InlineData("transfers", "amount=10&currency=usd", 400, "parameter_missing", "destination")]
    [InlineData("payouts", "amount=10&currency=usd", 400, "balance_insufficient", null)]
    [InlineData("payouts", "amount=150&currency=huf", 400, null, "amount")]
    [InlineData("accounts", "type=custom&controller[fees][payer]=account", 400, "parameters_exclusive", "type")]
    [InlineData("account_links", "account=acct_unknown&type=account_onboarding", 403, "account_invalid", null)]
    [InlineData("webhook_endpoints", "url=nowhere&enabled_events[]=*", 400, "url_invalid", "url")]
    public async Task A_wrong_request_is_refused(string path, string form, int status, string? code, string? param)
    {
        var answer = await TryPostAsync(path, form);

        Assert.Equal((status, code, param), (answer.Status, answer.Error("code"), answer.Error("param")));
        Assert.Equal("invalid_request_error", answer.Error("type"));
        Assert.NotEmpty(answer.Error("message")!);
        Assert.Empty(Stripe.Charges);
    }

    [Fact]
    public async Task Metadata_has_its_limits()
    {
        var many = string.Join('&', Enumerable.Range(0, 51).Select(number => $"metadata[k{number}]=v"));
        foreach (var form in (string[])[many, $"metadata[{new string('k', 41)}]=v", $"metadata[k]={new string('v', 501)}"])
        {
            Assert.Equal(400, (await TryPostAsync("customers", form)).Status);
        }

        Assert.Equal(200, (await TryPostAsync("customers", $"metadata[{new string('k', 40)}]={new string('v', 500)}")).Status);
    }

    [Fact]
    public async Task An_object_of_another_account_is_unknown_and_so_is_an_account_that_does_not_exist()
    {
        var (seller, other) = (Stripe.OpenAccount(), Stripe.OpenAccount());
        var intent = await PayAsync(account: seller);

        var own = await SendAsync(HttpMethod.Get, $"payment_intents/{intent["id"]}", account: seller);
        var platform = await SendAsync(HttpMethod.Get, $"payment_intents/{intent["id"]}");
        var others = await TryPostAsync("refunds", $"payment_intent={intent["id"]}", other);
        var unknown = await SendAsync(HttpMethod.Get, "balance", account: "acct_unknown");

        Assert.Equal((200, seller), (own.Status, own.Headers["Stripe-Account"]));
        Assert.Equal((404, "resource_missing"), (platform.Status, platform.Error("code")));
        Assert.Equal(404, others.Status);
        Assert.Equal((403, "account_invalid"), (unknown.Status, unknown.Error("code")));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("starting_after=pi_1&ending_before=pi_2", "starting_after")]
    [InlineData("starting_after=pi_unknown", "starting_after")]
    [InlineData("status=succeeded", "status")]
    public async Task A_wrong_list_is_refused(string query, string param)
    {
        var answer = await SendAsync(HttpMethod.Get, "payment_intents?" + query);

        Assert.True(answer.Status is 400 or 404);
        Assert.Equal(param, answer.Error("param"));
    }

    [Fact]
    public async Task Pages_go_forward_and_backward_newest_first()
    {
        var ids = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            ids.Insert(0, (string)(await PostAsync("payment_intents", $"amount={100 + i}&currency=usd"))["id"]!);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await GetAsync("payment_intents?limit=3");
        var second = await GetAsync($"payment_intents?limit=3&starting_after={ids[2]}");
        var last = await GetAsync($"payment_intents?limit=3&starting_after={ids[5]}");
        var back = await GetAsync($"payment_intents?limit=2&ending_before={ids[5]}");
        var recent = await GetAsync($"payment_intents?created[gte]={Clock.GetUtcNow().AddMinutes(-3).ToUnixTimeSeconds()}");

        Assert.Equal(ids[..3], Ids(first));
        Assert.Equal(ids[3..6], Ids(second));
        Assert.Equal(ids[6..], Ids(last));
        Assert.Equal(ids[3..5], Ids(back));
        Assert.Equal([true, true, false, true], ((JsonObject[])[first, second, last, back]).Select(page => (bool)page["has_more"]!));
        Assert.Equal(ids[..3], Ids(recent));
        Assert.Equal("/v1/payment_intents", (string?)first["url"]);
    }

    [Fact]
    public async Task Lists_are_filtered_by_what_things_belong_to()
    {
        var customer = (string)(await PostAsync("customers", "email=ada@example.com"))["id"]!;
        var one = await PayAsync(more: $"customer={customer}");
        var two = await PayAsync();
        var refund = await PostAsync("refunds", $"payment_intent={one["id"]}&amount=100");
        await PostAsync("refunds", $"payment_intent={two["id"]}&amount=100");

        Assert.Equal([(string)one["id"]!], Ids(await GetAsync($"payment_intents?customer={customer}")));
        Assert.Equal([(string)refund["id"]!], Ids(await GetAsync($"refunds?payment_intent={one["id"]}")));
        Assert.Equal([(string)one["latest_charge"]!], Ids(await GetAsync($"charges?payment_intent={one["id"]}")));
        Assert.Equal([customer], Ids(await GetAsync("customers?email=ada@example.com")));
        Assert.Empty(Ids(await GetAsync("customers?email=Ada@example.com")));
    }

    [Theory]
    [InlineData("metadata['order']:'2'", "2")]
    [InlineData("metadata['order']:'2' AND status:'succeeded'", "2")]
    [InlineData("metadata['order']:'2' AND status:'canceled'", "")]
    [InlineData("metadata['order']:'1' OR metadata['order']:'3'", "3,1")]
    [InlineData("amount>1001 AND -metadata['order']:'3'", "2")]
    [InlineData("metadata['order']~'3'", "3")]
    public async Task A_search_finds_what_it_asks_for(string query, string expected)
    {
        for (var order = 1; order <= 3; order++)
        {
            await PayAsync(amount: 1000 + order, more: $"metadata[order]={order}");
        }

        var found = await GetAsync("payment_intents/search?query=" + Uri.EscapeDataString(query));

        Assert.Equal(expected, string.Join(',', found["data"]!.AsArray().Select(item => (string?)item!["metadata"]!["order"])));
    }

    [Fact]
    public async Task A_search_has_pages_and_an_unreadable_one_is_refused()
    {
        for (var i = 0; i < 3; i++)
        {
            await PayAsync();
        }

        const string Query = "payment_intents/search?limit=2&query=status%3A%27succeeded%27";
        var first = await GetAsync(Query);
        var second = await GetAsync($"{Query}&page={first["next_page"]}");
        var unreadable = await SendAsync(HttpMethod.Get, "payment_intents/search?query=status");
        var mixed = await SendAsync(HttpMethod.Get, "payment_intents/search?query=" + Uri.EscapeDataString("amount>1 AND amount>2 OR amount>3"));

        Assert.Equal((2, true, 1, false), (Ids(first).Count, (bool)first["has_more"]!, Ids(second).Count, (bool)second["has_more"]!));
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        Assert.Equal((400, 400), (unreadable.Status, mixed.Status));
    }

    [Fact]
    public async Task Objects_are_shown_instead_of_their_ids_when_asked()
    {
        var intent = await PayAsync(more: "expand[0]=latest_charge.balance_transaction&expand[1]=payment_method");
        var listed = await GetAsync("payment_intents?expand[]=data.latest_charge");
        var unknown = await SendAsync(HttpMethod.Get, $"payment_intents/{intent["id"]}?expand[]=latest_fee");
        var tooDeep = await SendAsync(HttpMethod.Get, $"payment_intents/{intent["id"]}?expand[]=a.b.c.d.e");
        var plain = await GetAsync($"payment_intents/{intent["id"]}");

        Assert.Equal((320L, "card"), ((long)intent["latest_charge"]!["balance_transaction"]!["fee"]!, (string?)intent["payment_method"]!["type"]));
        Assert.Equal((string?)plain["latest_charge"], (string?)listed["data"]![0]!["latest_charge"]!["id"]);
        Assert.Equal((400, 400), (unknown.Status, tooDeep.Status));
    }

    private static List<string> Ids(JsonObject list) => [.. list["data"]!.AsArray().Select(item => (string)item!["id"]!)];
}
