using System.Text;
using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Lists, searches and events, and the cancelling of refunds.</summary>
public sealed partial class StripeRecordingTests
{
    private static readonly DateTimeOffset From = DateTimeOffset.FromUnixTimeSeconds(1785340800);

    private static readonly Dictionary<string, Func<IPaymentGateway, ConnectedAccountId, Task>> ListsByName = new()
    {
        ["list-payments"] = (client, seller) => AllAsync(((IPaymentDirectory)client).ListPayments(new PaymentQuery { Seller = seller })),
        ["search-payments"] = (client, seller) => AllAsync(((IPaymentDirectory)client).ListPayments(
            new PaymentQuery { Seller = seller, Metadata = new Dictionary<string, string> { ["order_id"] = "ORD-1001" } })),
        ["list-refunds"] = (client, seller) => AllAsync(((IPaymentDirectory)client).ListRefunds(Paid, seller)),
        ["list-events"] = (client, seller) => AllAsync(((IPaymentEventReader)client).ListEvents(new PaymentEventQuery { Seller = seller })),
        ["list-reviews"] = (client, seller) => AllAsync(((IStripePaymentGateway)client).ListReviews(seller)),
        ["list-fraud-warnings"] = (client, seller) => AllAsync(((IStripePaymentGateway)client).ListFraudWarnings(new StripeFraudWarningQuery { Seller = seller })),
    };

    [Fact]
    public async Task Payments_are_listed_to_the_last_page()
    {
        var payments = await AllAsync(Client<IPaymentDirectory>().ListPayments(new PaymentQuery
        {
            CreatedFrom = From.AddMilliseconds(-300), CreatedBefore = From.AddDays(1), Customer = new("cus_ada01"), PageSize = 2,
        }));

        Assert.Equal(["pi_two02", "pi_two01", "pi_one01"], payments.Select(payment => payment.Id.Value));
        Assert.Equal((PaymentStatus.Authorized, true), (payments[1].Status, payments[1].CanCaptureAgain));
        Assert.All(payments, payment => Assert.StartsWith("req_recorded", payment.RequestId, StringComparison.Ordinal));
        await MatchRequestsAsync(2);
    }

    [Fact]
    public async Task A_list_goes_on_from_a_page_that_was_kept()
    {
        var query = new PaymentQuery { Customer = new("cus_ada01") };
        ContinuationToken? kept = null;
        await foreach (var page in Client<IPaymentDirectory>().ListPayments(query).PagesAsync())
        {
            kept = page.Next;
            break;
        }

        var rest = new List<Payment>();
        await foreach (var page in Client<IPaymentDirectory>().ListPayments(query).PagesAsync(kept))
        {
            rest.AddRange(page.Items);
        }

        Assert.Equal(["pi_one01"], rest.Select(payment => payment.Id.Value));
    }

    [Fact]
    public async Task Payments_are_searched_by_their_notes_to_the_last_page()
    {
        var payments = await AllAsync(Client<IPaymentDirectory>().ListPayments(new PaymentQuery
        {
            CreatedFrom = From, CreatedBefore = From.AddDays(1), Customer = new("cus_ada01"), PageSize = 2,
            Metadata = new Dictionary<string, string> { ["order_id"] = "ORD-1001", ["note"] = "it's \\' OR status:'succeeded" },
        }));

        Assert.Equal(["pi_two02", "pi_one01"], payments.Select(payment => payment.Id.Value));
        await MatchRequestsAsync(2);
    }

    [Theory]
    [InlineData("a'b", "metadata['a\\'b']:'a\\'b'")]
    [InlineData("a\\", "metadata['a\\\\']:'a\\\\'")]
    [InlineData("a\\'b", "metadata['a\\\\\\'b']:'a\\\\\\'b'")]
    [InlineData("a\"b&c=d", "metadata['a\"b&c=d']:'a\"b&c=d'")]
    public async Task What_a_note_holds_does_not_break_out_of_the_search(string note, string query)
    {
        await AllAsync(Client<IPaymentDirectory>().ListPayments(new PaymentQuery { Metadata = new Dictionary<string, string> { [note] = note } }));

        var sent = (await stripe.RequestsAsync())[0].Url.Split('?', 2)[1].Split('&').Select(pair => Uri.UnescapeDataString(pair)).ToList();
        Assert.Equal(["query=" + query, "limit=100", "expand[0]=data.latest_charge"], sent);
    }

    [Fact]
    public async Task Refunds_of_a_payment_are_listed()
    {
        var refunds = await AllAsync(Client<IPaymentDirectory>().ListRefunds(Paid, Seller));

        Assert.Equal([("re_second01", RefundStatus.Pending), ("re_first01", RefundStatus.Succeeded)], refunds.Select(refund => (refund.Id.Value, refund.Status)));
        Assert.Equal((Money.Eur(15m), Seller), (refunds[1].TransferReversed, refunds[1].Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Events_are_listed_as_they_would_have_been_pushed()
    {
        var events = await AllAsync(Client<IPaymentEventReader>().ListEvents(new PaymentEventQuery
        {
            Types = ["payment_intent.succeeded", "setup_intent.succeeded"], CreatedFrom = From, CreatedBefore = From.AddDays(1), PageSize = 2,
        }));

        Assert.Equal(["evt_two02", "evt_two01", "evt_one01"], events.Select(item => item.Id));
        Assert.Equal(Money.Eur(62.15m), Assert.IsType<PaymentChanged>(events[0]).Payment.Captured);
        Assert.IsType<UnknownEvent>(events[1]);
        var saved = Assert.IsType<MethodSetupChanged>(events[2]);
        Assert.Equal((MethodSetupStatus.Succeeded, "pm_lamp01", "cus_ada01", Seller), (saved.Setup.Status, saved.Setup.Method?.Value, saved.Setup.Customer?.Value, saved.Account));
        Assert.Equal(Seller, saved.Setup.Seller);
        Assert.StartsWith("{\"id\":\"evt_one01\"", Encoding.UTF8.GetString(saved.Raw.Span).Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""), StringComparison.Ordinal);
        await MatchRequestsAsync(2);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_that_cannot_be_read_is_a_failure(string name)
    {
        foreach (var (account, kind, requests) in ((string, CommerceErrorKind, int)[])
        [
            ("acct_down", CommerceErrorKind.Unavailable, 3), ("acct_reset", CommerceErrorKind.Unavailable, 3),
            ("acct_damaged", CommerceErrorKind.Protocol, 1), ("acct_forbidden", CommerceErrorKind.Forbidden, 1),
        ])
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(() => ListsByName[name](Client(), new(account)));

            Assert.Equal((kind, name), (failure.Kind, failure.Operation));
            AssertSent("", requests);
        }
    }

    public static TheoryData<string> Lists() => [.. ListsByName.Keys];

    [Fact]
    public async Task A_refund_that_waits_for_the_buyer_is_cancelled()
    {
        var refund = (await Client<IRefundCancelClient>().CancelRefundAsync(new("cancel-refund-done"), new("re_waiting01"), Seller)).Value;

        Assert.Equal((RefundStatus.Cancelled, Seller), (refund.Status, refund.Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_refund_that_is_on_its_way_is_not_cancelled()
    {
        var outcome = await Client<IRefundCancelClient>().CancelRefundAsync(new("cancel-refund-too-late"), new("re_failed01"));

        Assert.Equal(RefusalCode.InvalidTransition, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Cancelling_a_refund_twice_is_no_failure()
    {
        var refund = (await Client<IRefundCancelClient>().CancelRefundAsync(new("cancel-refund-again"), new("re_gone01"))).Value;

        Assert.Equal(RefundStatus.Cancelled, refund.Status);
    }

    [Fact]
    public async Task What_was_only_held_is_not_refunded()
    {
        var outcome = await Client().RefundPaymentAsync(new RefundPaymentRequest { Key = new("refund-not-captured"), PaymentId = Plain });

        Assert.Equal(RefusalCode.InvalidTransition, outcome.Refusal?.Code);
    }

    private static async Task<List<T>> AllAsync<T>(Paged<T> list)
    {
        var all = new List<T>();
        await foreach (var item in list)
        {
            all.Add(item);
        }

        return all;
    }
}
