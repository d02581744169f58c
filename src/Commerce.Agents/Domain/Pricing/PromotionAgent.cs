using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Owns promotions. The code is the key, so that the last use is never given away twice.</summary>
/// <param name="options">Bounds and defaults.</param>
public sealed class PromotionAgent(IOptions<PromotionOptions> options) :
    IHandle<CreatePromotion, PromotionAccount>, IHandle<ActivatePromotion, PromotionAccount>, IHandle<PausePromotion, PromotionAccount>,
    IHandle<PromotionStartDue, PromotionAccount>, IHandle<PromotionEndDue, PromotionAccount>, IHandle<ValidateCode, PromotionAccount>,
    IHandle<RedeemPromotion, PromotionAccount>, IHandle<ReverseRedemption, PromotionAccount>, IHandle<GetPromotion, PromotionAccount>
{
    /// <inheritdoc/>
    public async Task HandleAsync(CreatePromotion message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        var terms = message.Terms;
        var refusals = PromotionTermsCheck.Check(terms);
        if (refusals.Count == 0 && context.State.Promotion is { } known)
        {
            refusals = [new Refusal(RefusalCode.Duplicate, $"The promotion {known.Code} exists already: choose another code.") { Field = nameof(terms.Code) }];
        }

        if (refusals.Count > 0)
        {
            context.Reply(Answer.Refused(context.Key, refusals));
            return;
        }

        await KeepAsync(context, new Promotion
        {
            Id = context.NewId(),
            Code = context.Key,
            IsAutomatic = terms.IsAutomatic,
            Terms = terms with
            {
                Code = context.Key,
                Rate = terms.Rate ?? (terms.Type == PromotionType.Percentage ? options.Value.DefaultRate : null),
                TotalLimit = terms.IsSingleUse ? 1 : terms.TotalLimit,
            },
        }).ConfigureAwait(false);
        context.Reply(Answer.Done(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ActivatePromotion message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        if (context.State.Promotion is not { } promotion)
        {
            context.Reply(Answer.Refused(context.Key, Unknown()));
            return;
        }

        var now = context.Clock.GetUtcNow();
        var start = promotion.Terms.StartsAt ?? now;
        var end = promotion.Terms.EndsAt ?? start + options.Value.DefaultDuration;

        // A draft passes through Scheduled; a use that is given back, not a command, makes an exhausted one active again.
        var next = start > now ? PromotionStatus.Scheduled : PromotionStatus.Active;
        var refusal = promotion.Status switch
        {
            PromotionStatus.Draft => null,
            PromotionStatus.Exhausted => PromotionChecks.RefuseStatus(promotion),
            var status => PromotionTransitions.Table.Refuse(status, next),
        };
        if (refusal is null && end <= now)
        {
            refusal = new Refusal(RefusalCode.WindowExpired, "Its end has passed: create another promotion.") { Field = nameof(PromotionTerms.EndsAt) };
        }

        if (refusal is not null)
        {
            context.Reply(Answer.Refused(context.Key, refusal));
            return;
        }

        promotion = promotion with { Status = next, Terms = promotion.Terms with { StartsAt = start, EndsAt = end } };
        await KeepAsync(context, promotion).ConfigureAwait(false);
        if (next == PromotionStatus.Scheduled)
        {
            context.ScheduleAt(new PromotionStartDue(context.Key), start, "start");
        }
        else
        {
            Begin(context, promotion);
        }

        context.Reply(Answer.Done(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PausePromotion message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        var refusal = context.State.Promotion is { } promotion ? PromotionTransitions.Table.Refuse(promotion.Status, PromotionStatus.Paused) : Unknown();
        if (refusal is not null)
        {
            context.Reply(Answer.Refused(context.Key, refusal));
            return;
        }

        await KeepAsync(context, context.State.Promotion! with { Status = PromotionStatus.Paused }).ConfigureAwait(false);
        context.Reply(Answer.Done(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PromotionStartDue message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        if (context.State.Promotion is { Status: PromotionStatus.Scheduled } promotion)
        {
            await KeepAsync(context, promotion with { Status = PromotionStatus.Active }).ConfigureAwait(false);
            Begin(context, promotion);
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PromotionEndDue message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        if (context.State.Promotion is { } promotion && PromotionTransitions.Table.Allows(promotion.Status, PromotionStatus.Expired))
        {
            await KeepAsync(context, promotion with { Status = PromotionStatus.Expired }).ConfigureAwait(false);
            context.Publish(new PromotionExpired(promotion.Id, promotion.Code));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ValidateCode message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        var refusals = message.Cart.Check();
        if (context.State.Promotion is not { IsAutomatic: false } promotion)
        {
            refusals = [.. refusals, Unknown()];
            context.Reply(new CodeAnswer(context.Key, null, refusals));
            return;
        }

        if (refusals.Count > 0)
        {
            context.Reply(new CodeAnswer(promotion.Code, null, refusals));
            return;
        }

        var uses = message.Buyer.Customer is { } customer ? await CountAsync(context, customer).ConfigureAwait(false) : 0;
        var facts = new PromotionFacts
        {
            At = context.Clock.GetUtcNow(), Buyer = message.Buyer, Uses = new Dictionary<string, int> { [promotion.Code] = uses },
        };
        var result = PromotionRules.Apply(message.Cart with { Codes = [promotion.Code] }, [promotion], facts, options.Value);
        context.Reply(new CodeAnswer(promotion.Code, result, [.. result.Refused.Select(static refused => refused.Refusal)]));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RedeemPromotion message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        var redemptions = context.Repository<Redemption>();
        var known = await redemptions.FindAsync(Redemption.IdOf(context.Key, message.OrderId)).ConfigureAwait(false);
        if (known is { Value.IsReversed: false })
        {
            context.Reply(Answer.Done(context.Key));
            return;
        }

        var refusal = known is not null
            ? new Refusal(RefusalCode.Duplicate, "The order has given its use back: redeem for another order.") { Field = nameof(message.OrderId) }
            : await RefuseAsync(message, context).ConfigureAwait(false);
        if (refusal is not null)
        {
            await NoteAsync(context, message.OrderId, refusal).ConfigureAwait(false);
            context.Reply(Answer.Refused(context.Key, refusal));
            return;
        }

        var promotion = context.State.Promotion!;
        var (uses, limit) = (promotion.Uses + 1, promotion.Terms.TotalLimit);
        var isLast = limit > 0 && uses >= limit && PromotionTransitions.Table.Allows(promotion.Status, PromotionStatus.Exhausted);
        await redemptions.CreateAsync(new Redemption
        {
            Id = Redemption.IdOf(context.Key, message.OrderId),
            Code = context.Key,
            OrderId = message.OrderId,
            Customer = message.Customer,
            Amount = message.Amount,
            At = context.Clock.GetUtcNow(),
        }).ConfigureAwait(false);
        await KeepAsync(context, promotion with
        {
            Uses = uses,
            Discounts = Add(promotion.Discounts, message.Amount),
            Status = isLast ? PromotionStatus.Exhausted : promotion.Status,
        }).ConfigureAwait(false);
        context.Publish(new PromotionRedeemed(promotion.Id, promotion.Code, message.OrderId, message.Amount));
        if (isLast)
        {
            context.Publish(new PromotionExhausted(promotion.Id, promotion.Code));
        }

        context.Reply(Answer.Done(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ReverseRedemption message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        var redemptions = context.Repository<Redemption>();
        if (context.State.Promotion is not { } promotion
            || await redemptions.FindAsync(Redemption.IdOf(context.Key, message.OrderId)).ConfigureAwait(false) is not { Value: var redemption })
        {
            var refusal = new Refusal(RefusalCode.NotFound, "The order has not used this promotion: there is nothing to give back.") { Field = nameof(message.OrderId) };
            context.Reply(Answer.Refused(context.Key, refusal));
            return;
        }

        if (!redemption.IsReversed)
        {
            var isOpenAgain = promotion.Status == PromotionStatus.Exhausted && context.Clock.GetUtcNow() < promotion.Terms.EndsAt;
            await redemptions.UpdateAsync(redemption with { IsReversed = true }).ConfigureAwait(false);
            await KeepAsync(context, promotion with
            {
                Uses = promotion.Uses - 1,
                Discounts = Add(promotion.Discounts, -redemption.Amount),
                Status = isOpenAgain ? PromotionStatus.Active : promotion.Status,
            }).ConfigureAwait(false);
            context.Publish(new RedemptionReversed(promotion.Id, promotion.Code, message.OrderId, redemption.Amount));
            if (isOpenAgain)
            {
                context.Publish(new PromotionActivated(promotion.Id, promotion.Code));
            }
        }

        context.Reply(Answer.Done(context.Key));
    }

    /// <inheritdoc/>
    public Task HandleAsync(GetPromotion message, AgentContext<PromotionAccount> context, CancellationToken cancellationToken)
    {
        context.Reply(context.State.Promotion is { } promotion ? new PromotionReport(promotion, []) : new PromotionReport(null, [Unknown()]));
        return Task.CompletedTask;
    }

    private static Refusal Unknown() => new(RefusalCode.NotFound, "Nobody knows this code: check its spelling.") { Field = nameof(PromotionTerms.Code) };

    /// <summary>Changes the promotion where it is decided, and where it is listed.</summary>
    private static Task KeepAsync(AgentContext<PromotionAccount> context, Promotion promotion)
    {
        context.State = context.State with { Promotion = promotion };
        return context.Repository<Promotion>().PutAsync(promotion);
    }

    /// <summary>The end is set only here, so that it never comes before the start, even after a time when nothing ran.</summary>
    private static void Begin(AgentContext<PromotionAccount> context, Promotion promotion)
    {
        context.Publish(new PromotionActivated(promotion.Id, promotion.Code));
        context.ScheduleAt(new PromotionEndDue(context.Key), promotion.Terms.EndsAt!.Value, "end");
    }

    private static async Task<Refusal?> RefuseAsync(RedeemPromotion message, AgentContext<PromotionAccount> context)
    {
        if (context.State.Promotion is not { } promotion)
        {
            return Unknown();
        }

        return message.Amount.Amount < 0
            ? new Refusal(RefusalCode.Validation, $"The amount is {message.Amount}: give 0 or more.") { Field = nameof(message.Amount) }
            : string.IsNullOrWhiteSpace(message.Customer)
                ? new Refusal(RefusalCode.Validation, "The customer is not given: give the shop's key.") { Field = nameof(message.Customer) }
                : (WasPricedInTime(promotion, message.PricedAt) ? null : PromotionChecks.RefuseStatus(promotion))
                    ?? PromotionChecks.RefuseLimits(promotion, await CountAsync(context, message.Customer).ConfigureAwait(false));
    }

    /// <summary>An order that waited for a person keeps the discount that it was given before the end.</summary>
    private static bool WasPricedInTime(Promotion promotion, DateTimeOffset? pricedAt) =>
        promotion.Status == PromotionStatus.Expired && pricedAt >= promotion.Terms.StartsAt && pricedAt < promotion.Terms.EndsAt;

    private static Task<int> CountAsync(AgentContext<PromotionAccount> context, string customer)
    {
        var code = context.Key;
        return context.Repository<Redemption>().CountAsync(use => use.Code == code && use.Customer == customer && !use.IsReversed);
    }

    /// <summary>Keeps why an order got no use: the order has its discount already, so somebody may want to know.</summary>
    private static Task NoteAsync(AgentContext<PromotionAccount> context, OrderId orderId, Refusal refusal) =>
        context.KeepDecisionAsync(
            "redemption",
            orderId.ToString(),
            "refused",
            $"{context.Key}, {refusal.Field}: {refusal.Message}");

    private static IReadOnlyList<Money> Add(IReadOnlyList<Money> sums, Money amount) => sums.Any(sum => sum.Currency == amount.Currency)
        ? [.. sums.Select(sum => sum.Currency == amount.Currency ? sum + amount : sum)]
        : [.. sums, amount];
}
