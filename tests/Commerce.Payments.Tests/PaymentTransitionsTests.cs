using Xunit;

namespace Commerce.Payments.Tests;

/// <summary>The tables of payments, refunds and disputes, each state against each.</summary>
public sealed class PaymentTransitionsTests
{
    [Fact]
    public void Payments_take_only_the_listed_steps() => Check<PaymentState>(
        PaymentTransitions.Allows,
        "Pending>Processing Pending>Cancelled Processing>Failed Processing>Authorized Processing>Succeeded Failed>Pending Authorized>Cancelled Authorized>Expired "
        + "Authorized>Succeeded Succeeded>PartiallyRefunded Succeeded>Refunded PartiallyRefunded>PartiallyRefunded PartiallyRefunded>Refunded");

    [Fact]
    public void Refunds_take_only_the_listed_steps() => Check<RefundState>(
        PaymentTransitions.Allows,
        "Pending>Rejected Pending>Approved Approved>Processing Processing>Completed Processing>Failed Completed>Failed Failed>Processing");

    [Fact]
    public void Disputes_take_only_the_listed_steps() => Check<DisputeState>(
        PaymentTransitions.Allows,
        "Open>UnderReview Open>Won Open>Lost Open>Accepted UnderReview>Won UnderReview>Lost UnderReview>Accepted");

    [Theory]
    [InlineData(PaymentState.Pending, PaymentState.Refunded, true)]
    [InlineData(PaymentState.Failed, PaymentState.Succeeded, true)]
    [InlineData(PaymentState.Succeeded, PaymentState.Cancelled, false)]
    [InlineData(PaymentState.Refunded, PaymentState.Succeeded, false)]
    [InlineData(PaymentState.Authorized, PaymentState.Failed, false)]
    public void A_state_lies_ahead_when_steps_lead_to_it(PaymentState from, PaymentState to, bool leads) => Assert.Equal(leads, PaymentTransitions.Leads(from, to));

    private static void Check<TState>(Func<TState, TState, bool> allows, string expected)
        where TState : struct, Enum => Assert.Equal(
            expected.Split(' ').Order(StringComparer.Ordinal),
            Enum.GetValues<TState>().SelectMany(from => Enum.GetValues<TState>().Where(to => allows(from, to)).Select(to => $"{from}>{to}")).Order(StringComparer.Ordinal));
}
