using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <content>Balances, statements, and what becomes of payouts.</content>
public sealed partial class PayoutAgent
{
    private const int MaxTold = 100;

    /// <inheritdoc/>
    public async Task HandleAsync(GetStatement message, AgentContext<MerchantAccount> context, CancellationToken cancellationToken)
    {
        var balances = await engine.GetBalancesAsync(message.Merchant, cancellationToken).ConfigureAwait(false);
        if (message.Period is not { } period)
        {
            context.Reply(new MerchantStatement(balances, null, []));
            return;
        }

        var statement = await engine.FindStatementAsync(message.Merchant, period, message.Currency ?? Currency.Eur, cancellationToken).ConfigureAwait(false);
        context.Reply(new MerchantStatement(balances, statement, statement is not null ? [] :
        [
            new Refusal(RefusalCode.NotFound, $"There is no payout of the period of {period:yyyy-MM-dd} in that currency.") { Field = "Period" },
        ]));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckPayouts message, AgentContext<MerchantAccount> context, CancellationToken cancellationToken)
    {
        foreach (var currency in context.State.Balances.Select(static balance => balance.Available.Currency).ToList())
        {
            if (await engine.FindStatementAsync(message.Merchant, message.Period, currency, cancellationToken).ConfigureAwait(false) is { } statement)
            {
                Tell(statement, context);
            }
        }

        await TellBalancesAsync(message.Merchant, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells each step of a payout once, also those between two looks.</summary>
    private static void Tell(PayoutStatement statement, AgentContext<MerchantAccount> context)
    {
        var payout = statement.Payout;
        var told = context.State.Told.FirstOrDefault(told => told.Name == payout.Name)?.State ?? MerchantPayoutState.Planned;
        if (payout.State <= told)
        {
            return;
        }

        if (told < MerchantPayoutState.Sent && payout is { State: >= MerchantPayoutState.Sent, PayoutId: not null })
        {
            context.Publish(new PayoutScheduled(payout.Merchant, payout.Amount, payout.Period, payout.ArrivesAt));
        }

        if (payout.State == MerchantPayoutState.Paid)
        {
            context.Publish(new PayoutPaid(payout.Merchant, payout.Amount, payout.Period, statement.Lines.Count));
        }
        else if (payout.State == MerchantPayoutState.Failed)
        {
            context.Publish(new PayoutFailed(payout.Merchant, payout.Amount, payout.Period, payout.FailureCode ?? "unknown"));
        }

        context.State = context.State with
        {
            Told = [.. context.State.Told.Where(other => other.Name != payout.Name).TakeLast(MaxTold - 1), new ToldPayout(payout.Name, payout.State)],
        };
    }

    private async Task TellBalancesAsync(TenantId merchant, AgentContext<MerchantAccount> context, CancellationToken cancellationToken)
    {
        var balances = await engine.GetBalancesAsync(merchant, cancellationToken).ConfigureAwait(false);

        // A currency of which everything was paid out has no line any more.
        IReadOnlyList<MerchantBalance> all =
        [
            .. balances,
            .. context.State.Balances.Select(static balance => balance.Available.Currency)
                .Except(balances.Select(static balance => balance.Available.Currency))
                .Select(static currency => new MerchantBalance(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency))),
        ];
        foreach (var balance in all.Except(context.State.Balances))
        {
            context.Publish(new MerchantBalanceChanged(merchant, balance.Available, balance.Pending, balance.Held));
        }

        context.State = context.State with { Balances = all };
        await context.Repository<MerchantFunds>().PutAsync(new MerchantFunds { Id = merchant.Value, Balances = all }).ConfigureAwait(false);
    }
}
