using Commerce.Marketplaces.Ebay;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

/// <summary>Every call against every kind of failure: the account's site, which goes with each request, tells the recordings where it fails and how.</summary>
public sealed partial class EbayRecordingTests
{
    public static TheoryData<string> EachCall => [.. EbayRecordedCalls.All.Select(call => call.Name)];

    public static TheoryData<string> CallsWithAnswer => [.. EbayRecordedCalls.All.Where(call => call.HasAnswer).Select(call => call.Name)];

    // What follows an alert mailbox that eBay did not keep has a test of its own.
    public static TheoryData<string> CallsWithoutAnswer =>
        [.. EbayRecordedCalls.All.Where(call => call is { HasAnswer: false, IsWrite: true } && call.Name != "put-config").Select(call => call.Name)];

    // An unknown public key is a forged signature, which has a test of its own.
    public static TheoryData<string> CallsThatAreRefused => [.. EbayRecordedCalls.All.Where(call => call.Name != "public-key").Select(call => call.Name)];

    public static TheoryData<string> CallsThatWrite => [.. EbayRecordedCalls.All.Where(call => call.IsWrite).Select(call => call.Name)];

    [Theory]
    [MemberData(nameof(EachCall))]
    public async Task A_call_is_what_eBay_documents_byte_for_byte(string name)
    {
        var result = await EbayRecordedCalls.Find(name).Make(CallsClient(name));

        Assert.Null(RefusalOf(result));
        Snapshot.Match(string.Join("\n\n", (await ebay.RequestsAsync())
            .Where(request => request.Url != "/identity/v1/oauth2/token")
            .Select(request => request.ToText(line => Signed().Replace(line, "$1: {signed}")))), name);
    }

    [Theory]
    [MemberData(nameof(CallsThatAreRefused))]
    public async Task A_call_that_eBay_refuses_tells_eBays_code(string name)
    {
        var call = EbayRecordedCalls.Find(name);
        object? result;
        try
        {
            result = await call.Make(CallsClient(name, "REFUSE"));
        }
        catch (CommerceException failure)
        {
            // Where there is no place for a refusal, it is a failure that says that the request is to be corrected.
            Assert.Equal((CommerceErrorKind.Invalid, "25999"), (failure.Kind, failure.VendorCode));
            Assert.True(!call.IsWrite || name == "put-config", "A write that is refused is no failure.");
            return;
        }

        var refusal = RefusalOf(result);
        Assert.Equal((RefusalCode.ExternalRejected, "25999"), (refusal?.Code, refusal?.VendorCode));
        Assert.Contains("The value is not acceptable.", refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EachCall))]
    public async Task A_call_that_fails_at_eBay_is_repeated_only_where_that_does_no_harm(string name)
    {
        var call = EbayRecordedCalls.Find(name);

        var failure = await FailureAsync(() => call.Make(CallsClient(name, "FAIL")));

        Assert.Equal((CommerceErrorKind.Unavailable, "25001", 500), (failure.Kind, failure.VendorCode, failure.HttpStatus));
        Assert.Equal((call.IsSafe ? 2 : 1) + call.Others, ebay.Sent(call.Path));
    }

    [Theory]
    [MemberData(nameof(EachCall))]
    public async Task A_call_whose_connection_breaks_has_an_unknown_outcome_and_a_way_to_recover(string name)
    {
        var call = EbayRecordedCalls.Find(name);
        var client = CallsClient(name, "RESET");

        var failure = await FailureAsync(() => call.Make(client));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.True(!call.IsWrite || name == "check-cancellation" || client.Capabilities.Recovery.ContainsKey(failure.Operation!), failure.Operation);
        Assert.Equal((call.IsSafe ? 2 : 1) + call.Others, ebay.Sent(call.Path));
    }

    [Theory]
    [MemberData(nameof(CallsThatWrite))]
    public async Task A_write_without_an_answer_in_time_has_an_unknown_outcome(string name)
    {
        var call = EbayRecordedCalls.Find(name);

        var client = CallsClient(name, "SLOW", options => options.AttemptTimeout = TimeSpan.FromMilliseconds(700));

        var failure = await SlowFailures.SentAsync(() => call.Make(client));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
    }

    [Theory]
    [MemberData(nameof(CallsWithAnswer))]
    public async Task A_call_with_a_malformed_answer_is_a_protocol_failure(string name)
    {
        var failure = await FailureAsync(() => EbayRecordedCalls.Find(name).Make(CallsClient(name, "ODD")));

        Assert.Equal((CommerceErrorKind.Protocol, 200), (failure.Kind, failure.HttpStatus));
        Assert.DoesNotContain("recorded-secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CallsWithoutAnswer))]
    public async Task A_write_whose_status_says_it_all_is_done_whatever_its_body_is(string name) =>
        Assert.Null(RefusalOf(await EbayRecordedCalls.Find(name).Make(CallsClient(name, "ODD"))));

    private static Refusal? RefusalOf(object? result) => result switch
    {
        OfferBatch batch => batch.Items.Single().Refusal,
        IReadOnlyList<ItemOutcome<MarketplaceReturnId>> decided => decided.Single().Refusal,
        Outcome<OrderShipped> { Refusal: null } shipped => shipped.Value.Parcels.Single().Refusal,
        _ => (Refusal?)result?.GetType().GetProperty("Refusal")?.GetValue(result),
    };

    /// <summary>Makes a client whose calls go well, or fail in one way.</summary>
    private IEbayMarketplaceClient CallsClient(string name, string? failure = null, Action<EbayMarketplaceOptions>? configure = null) => Client(
        options =>
        {
            options.MarketplaceId = failure is null ? "EBAY_DE" : $"EBAY_{EbayRecordedCalls.Find(name).Scope}_{failure}";
            options.ContentLanguage = "de-DE";
            (options.VerificationToken, options.AlertEmail) = ("recorded-verification-token-of-eBay", "alerts@example.com");
            options.NotificationEndpoint = name switch
            {
                "create-destination" => "https://shop.example.com/new",
                "put-config" => "https://shop.example.com/alert",
                _ => "https://shop.example.com/ebay",
            };
            options.SellerUsername = name == "find-user" ? null : "seller_1";
            configure?.Invoke(options);
        },
        isStill: failure is null);
}
