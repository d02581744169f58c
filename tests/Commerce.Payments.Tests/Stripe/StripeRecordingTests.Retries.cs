using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeRecordingTests
{
    [Theory]
    [InlineData("create-key-in-use", "pi_busy01")]
    [InlineData("create-locked", "pi_locked01")]
    [InlineData("create-must-repeat", "pi_again01")]
    [InlineData("create-lost", "pi_lost01")]
    public async Task What_may_be_repeated_is_repeated_with_the_same_key_and_bytes(string key, string payment)
    {
        var outcome = await Client().CreatePaymentAsync(Pay(key));

        Assert.Equal(payment, outcome.Value.Id.Value);
        await AssertKeysAsync(key, 2);
        Assert.Single((await stripe.RequestsAsync()).Select(request => request.ToText()).Distinct());
    }

    [Fact]
    public async Task A_key_that_stays_in_use_leaves_the_outcome_unknown()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-key-stays-in-use")));

        Assert.Equal((CommerceErrorKind.Unavailable, "idempotency_key_in_use", 409), (failure.Kind, failure.VendorCode, failure.HttpStatus));
        Assert.True(failure.IsOutcomeUnknown);
        await AssertKeysAsync("create-key-stays-in-use", 3);
    }

    [Fact]
    public async Task What_Stripe_forbids_to_repeat_is_not_repeated()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-must-not-repeat")));

        Assert.Equal((CommerceErrorKind.Unavailable, 500), (failure.Kind, failure.HttpStatus));
        Assert.True(failure.IsOutcomeUnknown);
        await AssertKeysAsync("create-must-not-repeat", 1);
    }

    [Fact]
    public async Task A_wait_beyond_the_deadline_is_told_instead_of_waited()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-rate-limited")));

        Assert.Equal((CommerceErrorKind.Throttled, "rate_limit", TimeSpan.FromSeconds(40)), (failure.Kind, failure.VendorCode, failure.RetryAfter));
        await AssertKeysAsync("create-rate-limited", 1);
    }

    [Fact]
    public async Task A_gateway_page_is_a_failure_with_an_unknown_outcome()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-bad-gateway")));

        Assert.Equal((CommerceErrorKind.Unavailable, 502, (string?)null), (failure.Kind, failure.HttpStatus, failure.VendorCode));
        Assert.Contains("502 Bad Gateway", failure.RawBody, StringComparison.Ordinal);
        await AssertKeysAsync("create-bad-gateway", 3);
    }

    [Fact]
    public async Task A_failed_dependency_of_Stripe_is_no_mistake_of_ours()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-dependency-failed")));

        Assert.Equal((CommerceErrorKind.Unavailable, 424), (failure.Kind, failure.HttpStatus));
        Assert.True(failure.IsOutcomeUnknown);
        await AssertKeysAsync("create-dependency-failed", 1);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_connection_that_breaks_is_tried_again_with_the_same_key(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(), path, "any-reset"));

        Assert.True(failure.IsOutcomeUnknown);
        AssertSent(path, 3);
        await AssertKeysAsync("any-reset", 3);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task An_answer_after_the_deadline_is_tried_again_with_the_same_key(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(retries: 1, attemptSeconds: 0.3), path, "any-slow"));

        Assert.True(failure.IsOutcomeUnknown);
        AssertSent(path, 2);
        await AssertKeysAsync("any-slow", 2);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task An_answer_that_breaks_off_is_tried_again_with_the_same_key(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(), path, "any-truncated"));

        Assert.True(failure.IsOutcomeUnknown);
        AssertSent(path, 3);
        await AssertKeysAsync("any-truncated", 3);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task An_outage_is_tried_again_and_then_told(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(), path, "any-unavailable"));

        Assert.Equal((CommerceErrorKind.Unavailable, "api_error", 503), (failure.Kind, failure.VendorCode, failure.HttpStatus));
        Assert.StartsWith("req_recorded", failure.RequestId, StringComparison.Ordinal);
        Assert.True(failure.IsOutcomeUnknown);
        await AssertKeysAsync("any-unavailable", 3);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_limit_tells_how_long_to_wait(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(), path, "any-throttled"));

        Assert.Equal((CommerceErrorKind.Throttled, TimeSpan.FromSeconds(45)), (failure.Kind, failure.RetryAfter));
        Assert.False(failure.IsOutcomeUnknown);
        await AssertKeysAsync("any-throttled", 1);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_wrong_key_is_told_without_showing_it(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(), path, "any-unauthorized"));

        Assert.Equal((CommerceErrorKind.Unauthorized, "api_key_expired"), (failure.Kind, failure.VendorCode));
        Assert.DoesNotContain("sk_test_recorded", failure + failure.VendorMessage + failure.RawBody, StringComparison.Ordinal);
        await AssertKeysAsync("any-unauthorized", 1);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_missing_permission_is_told(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(), path, "any-forbidden"));

        Assert.Equal((CommerceErrorKind.Forbidden, "invalid_request_error"), (failure.Kind, failure.VendorCode));
        await AssertKeysAsync("any-forbidden", 1);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task An_answer_that_is_no_resource_leaves_the_outcome_unknown(string path)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => PostAsync(Client(), path, "any-malformed"));

        Assert.Equal(CommerceErrorKind.Protocol, failure.Kind);
        Assert.True(failure.IsOutcomeUnknown);
        await AssertKeysAsync("any-malformed", 1);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task An_unknown_id_is_refused(string path)
    {
        var refusal = await PostAsync(Client(), path, "any-not-found");

        Assert.Equal((RefusalCode.NotFound, "resource_missing"), (refusal?.Code, refusal?.VendorCode));
        await AssertKeysAsync("any-not-found", 1);
    }

    [Fact]
    public async Task An_exceeded_rate_is_not_repeated_at_once()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-rate-exceeded")));

        Assert.Equal((CommerceErrorKind.Throttled, "rate_limit"), (failure.Kind, failure.VendorCode));
        await AssertKeysAsync("create-rate-exceeded", 1);
    }

    [Fact]
    public async Task An_exceeded_rate_is_repeated_when_Stripe_says_so()
    {
        var payment = (await Client().CreatePaymentAsync(Pay("create-rate-repeat"))).Value;

        Assert.Equal("pi_patient01", payment.Id.Value);
        await AssertKeysAsync("create-rate-repeat", 2);
    }
}
