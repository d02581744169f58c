using System.Globalization;
using Commerce.Payments.Payouts;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Runs the payouts of all merchants and takes the gateway's news of them.</summary>
/// <param name="engine">Pays out, once for each merchant, period and currency whatever crashes.</param>
/// <param name="schedule">The day and time of the runs.</param>
/// <param name="options">When a run is repeated.</param>
public sealed class PayoutRunAgent(PayoutEngine engine, IOptions<PayoutOptions> schedule, IOptions<MerchantSettlementOptions> options) :
    IHandle<RunPayouts, PayoutRuns>, IHandle<PlanPayouts, PayoutRuns>, IHandle<ObservePayout, PayoutRuns>
{
    private const int DaysOfWeek = 7;
    private static readonly TimeSpan PlanInterval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public Task HandleAsync(PlanPayouts message, AgentContext<PayoutRuns> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var last = schedule.Value.PeriodAt(now);
        if (now - last < PlanInterval && !(context.State.LastAt >= last))
        {
            context.Send(new RunPayouts());
        }

        // Named by its time: a run that is due at this moment is not put off by the next one.
        var next = last.AddDays(DaysOfWeek);
        context.ScheduleAt(new RunPayouts(), next, string.Create(CultureInfo.InvariantCulture, $"run-{next:yyyyMMddHHmm}"));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RunPayouts message, AgentContext<PayoutRuns> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var (first, today) = (DateOnly.FromDateTime(schedule.Value.PeriodAt(now).UtcDateTime), DateOnly.FromDateTime(now.UtcDateTime));
        if (message.Date < first || message.Date > today)
        {
            context.Reply(new PayoutRunAnswer(null, [Refusals.Invalid("Date", $"Date is {message.Date:yyyy-MM-dd}: give {first:yyyy-MM-dd} to {today:yyyy-MM-dd}.")]));
            return;
        }

        var run = await context.OnceAsync("run", _ => engine.RunAsync(cancellationToken)).ConfigureAwait(false);

        // All are looked at, not only those of this answer: a run that died has paid too.
        foreach (var merchant in await context.Repository<MerchantFunds>().AllAsync().ConfigureAwait(false))
        {
            context.Send(new CheckPayouts(new TenantId(merchant.Id), run.Period));
        }

        // A payout of an earlier period that had no answer then is told by its own.
        foreach (var payout in run.Sent.Concat(run.Failures.Select(static failure => failure.Payout)).Where(payout => payout.Period != run.Period))
        {
            context.Send(new CheckPayouts(payout.Merchant, payout.Period));
        }

        if (run.Failures.Any(static failure => failure.Payout.State != MerchantPayoutState.Failed))
        {
            context.Schedule(new RunPayouts(), options.Value.RetryAfter, "again");
        }

        context.State = new PayoutRuns { LastAt = now };
        context.Reply(new PayoutRunAnswer(run, []));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ObservePayout message, AgentContext<PayoutRuns> context, CancellationToken cancellationToken)
    {
        var id = message.Payout.Id.Value;
        if ((await engine.ObserveAsync(message.Payout, cancellationToken).ConfigureAwait(false)).TryGet(out var payout, out var refusal))
        {
            context.Send(new CheckPayouts(payout.Merchant, payout.Period));
            context.Reply(Answer.Done(id));
        }
        else
        {
            context.Reply(Answer.Refused(id, refusal));
        }
    }
}
