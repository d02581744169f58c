using Commerce.Payments.Commissions;
using Commerce.Payments.Payouts;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Keeps what a merchant is owed, and tells what becomes of payouts. Keys are merchants.</summary>
/// <param name="engine">The books, which count every name once.</param>
/// <param name="options">What the platform keeps.</param>
public sealed partial class PayoutAgent(PayoutEngine engine, IOptions<MerchantSettlementOptions> options) :
    IHandle<AccrueSale, MerchantAccount>, IHandle<AccrueRefund, MerchantAccount>, IHandle<HoldFunds, MerchantAccount>,
    IHandle<ReleaseFunds, MerchantAccount>, IHandle<GetStatement, MerchantAccount>, IHandle<CheckPayouts, MerchantAccount>
{
    private const int MaxKey = 100;

    /// <inheritdoc/>
    public async Task HandleAsync(AccrueSale message, AgentContext<MerchantAccount> context, CancellationToken cancellationToken)
    {
        var sales = context.Repository<MerchantSale>();
        var id = MerchantSale.IdOf(message.Merchant, message.Key ?? "");
        if (await sales.FindAsync(id).ConfigureAwait(false) is not null)
        {
            context.Reply(Answer.Done(message.Key!));
            return;
        }

        var refusals = new Refusals();
        refusals.RequireText(message.Key, MaxKey, "Key");
        refusals.Require(message.MonthlyOrders >= 0, "MonthlyOrders", $"MonthlyOrders is {message.MonthlyOrders}: give 0 or more.");
        var day = DateOnly.FromDateTime(context.Message.OccurredAt.UtcDateTime);
        if (!CommissionCalculator.Compute(options.Value.Commission, message.Lines, day, message.MonthlyOrders).TryGet(out var statement, out var refusal))
        {
            refusals.Add(refusal);
        }

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Key ?? ""));
            return;
        }

        var accrual = new SaleAccrual
        {
            Key = BookKey(message.Merchant, message.Key!), Merchant = message.Merchant, OrderId = message.OrderId, Statement = statement!, DeliveredAt = message.DeliveredAt,
        };
        var answer = await context.OnceAsync("sale", async _ => Taken(await engine.AccrueSaleAsync(accrual, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        if (answer.Refusal is { } why)
        {
            context.Reply(Answer.Refused(message.Key!, new Refusal(RefusalCode.Conflict, why) { Field = "Key" }));
            return;
        }

        if (context.State.Held.Any(held => held.OrderId == message.OrderId))
        {
            await HoldAsync(context, message.OrderId, cancellationToken).ConfigureAwait(false);
        }

        await sales.CreateAsync(new MerchantSale
        {
            Id = id, Merchant = message.Merchant, Key = message.Key!, OrderId = message.OrderId, Lines = [.. statement!.Lines.Select(MerchantSaleLine.Of)],
        }).ConfigureAwait(false);
        context.Send(new MerchantSold(message.Merchant, message.OrderId));
        await TellBalancesAsync(message.Merchant, context, cancellationToken).ConfigureAwait(false);
        context.Reply(Answer.Done(message.Key!));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(AccrueRefund message, AgentContext<MerchantAccount> context, CancellationToken cancellationToken)
    {
        var sales = context.Repository<MerchantSale>();
        var found = await sales.FindAsync(MerchantSale.IdOf(message.Merchant, message.SaleKey)).ConfigureAwait(false);
        if (found is { Value: var known } && known.Refunds.Contains(message.Key))
        {
            context.Reply(Answer.Done(message.Key));
            return;
        }

        var refusals = new Refusals();
        refusals.RequireText(message.Key, MaxKey, "Key");
        refusals.Require(message.Lines.Count > 0, "Lines", "Lines is empty: say what the buyer gets back.");
        if (found is null)
        {
            refusals.Add(RefusalCode.NotFound, "SaleKey", $"The merchant has no sale {message.SaleKey}.");
        }

        var returns = found is null ? [] : Returns(found.Value, message.Lines, refusals);
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Key));
            return;
        }

        var sale = found!.Value;
        var accrual = new RefundAccrual { Key = BookKey(message.Merchant, message.Key), Merchant = message.Merchant, OrderId = sale.OrderId, Returns = returns };
        var answer = await context.OnceAsync("refund", async _ => Taken(await engine.AccrueRefundAsync(accrual, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        if (answer.Refusal is { } why)
        {
            context.Reply(Answer.Refused(message.Key, new Refusal(RefusalCode.Conflict, why) { Field = "Key" }));
            return;
        }

        var refunded = new Dictionary<string, Money>(sale.Refunded);
        foreach (var (line, amount) in message.Lines)
        {
            refunded[line] = refunded.TryGetValue(line, out var before) ? before + amount : amount;
        }

        await sales.UpdateAsync(sale with { Refunded = refunded, Refunds = [.. sale.Refunds, message.Key] }, found.Version).ConfigureAwait(false);
        await TellBalancesAsync(message.Merchant, context, cancellationToken).ConfigureAwait(false);
        context.Reply(Answer.Done(message.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(HoldFunds message, AgentContext<MerchantAccount> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Reason, MaxKey, "Reason");
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.OrderId.ToString()));
            return;
        }

        var held = new HeldFunds(message.OrderId, message.Reason);
        if (!context.State.Held.Contains(held))
        {
            context.State = context.State with { Held = [.. context.State.Held, held] };
            await HoldAsync(context, message.OrderId, cancellationToken).ConfigureAwait(false);
            await TellBalancesAsync(message.Merchant, context, cancellationToken).ConfigureAwait(false);
        }

        context.Reply(Answer.Done(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ReleaseFunds message, AgentContext<MerchantAccount> context, CancellationToken cancellationToken)
    {
        var held = new HeldFunds(message.OrderId, message.Reason);
        if (!context.State.Held.Contains(held))
        {
            context.Reply(Answer.Refused(message.OrderId.ToString(), new Refusal(
                RefusalCode.NotFound, $"No money of the order {message.OrderId} is held for that reason.") { Field = "Reason" }));
            return;
        }

        context.State = context.State with { Held = [.. context.State.Held.Where(other => other != held)] };
        if (!context.State.Held.Any(other => other.OrderId == message.OrderId))
        {
            await context.OnceAsync(
                "release", async _ => new SettlementAnswer(await engine.ReleaseAsync(message.OrderId, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
            await TellBalancesAsync(message.Merchant, context, cancellationToken).ConfigureAwait(false);
        }

        context.Reply(Answer.Done(message.OrderId.ToString()));
    }

    /// <summary>Names a fact in the books, where all merchants' facts are: two merchants may use the same name.</summary>
    private static string BookKey(TenantId merchant, string key) => MerchantSale.IdOf(merchant, key).ToString("N");

    private static SettlementAnswer Taken(Outcome<SettlementLine> outcome) => new(1, outcome.TryGet(out _, out var refusal) ? null : refusal.Message);

    private List<CommissionReturn> Returns(MerchantSale sale, IReadOnlyDictionary<string, Money> lines, Refusals refusals)
    {
        var returns = new List<CommissionReturn>();
        foreach (var (id, amount) in lines)
        {
            var field = $"Lines[{id}]";
            if (sale.Lines.FirstOrDefault(line => line.Id == id) is not { } line)
            {
                refusals.Add(RefusalCode.NotFound, field, $"The sale {sale.Key} has no line {id}.");
                continue;
            }

            if (amount.Currency != line.Captured.Currency || amount.Round() != amount)
            {
                refusals.Add(Refusals.Invalid(field, $"The refund is {amount}: give an amount in {line.Captured.Currency}, rounded to its decimals."));
                continue;
            }

            var before = sale.Refunded.TryGetValue(id, out var known) ? known : Money.Zero(line.Captured.Currency);
            if (CommissionCalculator.Return(options.Value.Commission, line.ToCommission(), before, amount).TryGet(out var part, out var refusal))
            {
                returns.Add(part);
            }
            else
            {
                refusals.Add(refusal.Code, field, refusal.Message);
            }
        }

        return returns;
    }

    private Task<SettlementAnswer> HoldAsync(AgentContext<MerchantAccount> context, OrderId orderId, CancellationToken cancellationToken) => context.OnceAsync(
        "hold", async _ => new SettlementAnswer(await engine.HoldAsync(orderId, cancellationToken).ConfigureAwait(false)));
}
