using System.Net;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Assesses orders; keys are customers, whose recent orders it remembers. What cannot be checked is for a person to decide.</summary>
/// <param name="reputation">Knows bad network addresses.</param>
/// <param name="options">Points, limits, rates.</param>
public sealed class FraudAgent(INetworkReputation reputation, IOptions<PaymentAgentOptions> options) :
    IHandle<AssessOrder, BuyerHistory>, IHandle<RecordBuyerEvent, BuyerHistory>, IHandle<GetCustomerHistory, BuyerHistory>
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private FraudOptions Fraud => options.Value.Fraud;

    /// <inheritdoc/>
    public async Task HandleAsync(AssessOrder message, AgentContext<BuyerHistory> context, CancellationToken cancellationToken)
    {
        // An order that is asked for again counts once, and gets the answer that it got.
        var checks = context.Repository<FraudCheck>();
        if (await checks.FindAsync(message.OrderId.Value).ConfigureAwait(false) is { Value: var known })
        {
            Tell(known, context);
            return;
        }

        var now = context.Clock.GetUtcNow();
        context.State = Remember(context.State, message, now);
        var facts = await GatherAsync(message, context, now, cancellationToken).ConfigureAwait(false);
        var check = new FraudCheck
        {
            Id = message.OrderId.Value,
            OrderId = message.OrderId,
            Customer = message.Customer,
            At = now,
            Assessment = FraudScore.Assess(facts, Fraud),
        };
        await checks.CreateAsync(check).ConfigureAwait(false);
        await context.KeepDecisionAsync(
            "fraud",
            message.OrderId.ToString(),
            check.Assessment.Decision.ToString(),
            check.Assessment.Reason,
            check.Assessment.Score,
            [.. check.Assessment.Signals.Select(static signal => new DecisionPart(signal.Name, signal.Points))]).ConfigureAwait(false);
        Tell(check, context);
    }

    /// <inheritdoc/>
    public Task HandleAsync(RecordBuyerEvent message, AgentContext<BuyerHistory> context, CancellationToken cancellationToken)
    {
        var history = context.State;
        context.State = message.Event switch
        {
            BuyerEvent.Delivered => history with { DeliveredOrders = history.DeliveredOrders + 1 },
            BuyerEvent.ChargedBack => history with { Chargebacks = history.Chargebacks + 1 },
            _ => history with { Chargebacks = Math.Max(0, history.Chargebacks - 1) },
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(GetCustomerHistory message, AgentContext<BuyerHistory> context, CancellationToken cancellationToken)
    {
        var (history, now) = (context.State, context.Clock.GetUtcNow());
        context.Reply(new CustomerRisk(
            message.Customer,
            history.FirstSeen,
            history.Orders.Count(at => now - at < Day),
            history.DeliveredOrders,
            history.Chargebacks,
            history.DeliveredOrders >= Fraud.TrustedOrders && history.Chargebacks == 0));
        return Task.CompletedTask;
    }

    private static void Tell(FraudCheck check, AgentContext<BuyerHistory> context)
    {
        var assessed = new FraudAssessed(check.OrderId, check.Assessment) { Customer = check.Customer };
        context.Publish(assessed);
        context.Reply(assessed);
    }

    private BuyerHistory Remember(BuyerHistory history, AssessOrder message, DateTimeOffset now)
    {
        var changes = history.PaymentMethodChanges.Where(at => now - at < Fraud.PaymentMethodWindow);
        var method = message.PaymentMethodFingerprint;
        if (method is not null && history.PaymentMethod is not null && method != history.PaymentMethod)
        {
            changes = changes.Append(now);
        }

        return history with
        {
            FirstSeen = history.FirstSeen ?? now,
            Orders = [.. history.Orders.Where(at => now - at < Day), now],
            PaymentMethod = method ?? history.PaymentMethod,
            PaymentMethodChanges = [.. changes],
        };
    }

    private async Task<FraudFacts> GatherAsync(
        AssessOrder message, AgentContext<BuyerHistory> context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var history = context.State;
        var gaps = new List<string>();
        var rate = options.Value.EuroRate(message.Amount.Currency);
        if (rate is null)
        {
            gaps.Add($"There is no rate for {message.Amount.Currency}: set EuroRates.");
        }

        if (message.Amount.Amount < 0)
        {
            gaps.Add("The amount is below zero.");
        }

        var opened = message.AccountOpenedAt is { } at && at < history.FirstSeen ? at : history.FirstSeen!.Value;
        return new FraudFacts
        {
            Amount = message.Amount.Amount * (rate ?? 0),
            OrdersInDay = history.Orders.Count,
            HasOtherBillingAddress = message.HasOtherBillingAddress,
            IsNewAccount = now - opened < Fraud.NewAccountAge,
            IsBadNetworkAddress = await IsBadAsync(message.NetworkAddress, context, gaps, cancellationToken).ConfigureAwait(false),
            PaymentMethodChanges = history.PaymentMethodChanges.Count,
            Blocked = await BlockedAsync(message, context, now, gaps).ConfigureAwait(false),
            DeliveredOrders = history.DeliveredOrders,
            Chargebacks = history.Chargebacks,
            Gaps = gaps,
        };
    }

    private async Task<bool> IsBadAsync(string? text, AgentContext<BuyerHistory> context, List<string> gaps, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        if (BlockHash.Address(text.Trim()) is not { } address)
        {
            gaps.Add("The network address cannot be read.");
            return false;
        }

        var verdict = await context.OnceAsync("reputation", _ => LookUpAsync(address, cancellationToken)).ConfigureAwait(false);
        if (verdict.HasFailed)
        {
            gaps.Add("The network address could not be looked up.");
        }

        return verdict.IsBad;
    }

    private async Task<NetworkVerdict> LookUpAsync(IPAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return new NetworkVerdict(await reputation.IsBadAsync(address, cancellationToken).ConfigureAwait(false), HasFailed: false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong with the list, the order must neither pass nor get stuck.
            return new NetworkVerdict(IsBad: false, HasFailed: true);
        }
    }

    private async Task<IReadOnlyList<BlockedKind>> BlockedAsync(
        AssessOrder message, AgentContext<BuyerHistory> context, DateTimeOffset now, List<string> gaps)
    {
        var blocks = context.Repository<BlockedEntity>();
        if (Fraud.BlockingKey is not { } key)
        {
            if (await blocks.CountAsync().ConfigureAwait(false) > 0)
            {
                gaps.Add("There are blocks, and Fraud.BlockingKey is not set.");
            }

            return [];
        }

        (BlockedKind Kind, string? Value)[] values =
        [
            (BlockedKind.Email, message.Email?.Value),
            (BlockedKind.NetworkAddress, message.NetworkAddress),
            (BlockedKind.Device, message.Device),
            (BlockedKind.Card, message.PaymentMethodFingerprint),
            (BlockedKind.Phone, message.Phone?.Value),
        ];
        var blocked = new List<BlockedKind>();
        foreach (var (kind, value) in values)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (BlockHash.Normalise(kind, value) is not { } normal)
            {
                // A phone number without its country, for example, equals no blocked one although it may be one.
                if (await blocks.CountAsync(block => block.Kind == kind).ConfigureAwait(false) > 0)
                {
                    gaps.Add($"The {kind} is not in a form that can be compared with what is blocked.");
                }
            }
            else if (await blocks.FindAsync(BlockHash.Id(context.Message.Tenant, BlockHash.Hash(key, kind, normal))).ConfigureAwait(false) is { } found
                && found.Value.IsActive(now))
            {
                blocked.Add(kind);
            }
        }

        return blocked;
    }
}
