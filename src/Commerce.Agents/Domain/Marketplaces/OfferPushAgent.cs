using Commerce.Agents.Entities;
using Commerce.Marketplaces;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Gathers what changes of offers for five seconds and sends it in one import; one import at a time.</summary>
/// <typeparam name="TPushes">What the agent keeps.</typeparam>
/// <typeparam name="TSent">What was sent of a product.</typeparam>
/// <typeparam name="TValue">What it is about: a quantity, a price.</typeparam>
public abstract class OfferPushAgent<TPushes, TSent, TValue>
    where TPushes : OfferPushes<TSent, TValue>, new()
    where TSent : ISentOffer<TValue>
{
    private readonly IServiceProvider _services;

    private protected OfferPushAgent(IServiceProvider services, IOptions<MarketplacesOptions> options) => (_services, Options) = (services, options.Value);

    private protected MarketplacesOptions Options { get; }

    /// <summary>Gets the kind of sync, as <see cref="MarketplaceSyncFailed"/> tells it.</summary>
    private protected abstract string Kind { get; }

    /// <summary>Makes the message that sends what waits.</summary>
    private protected abstract IMessage SendingOf(string account);

    /// <summary>Makes the message that looks at the import.</summary>
    private protected abstract IMessage LookOf(string account);

    /// <summary>Sends values under the marketplace's names, once; what is sent is written down with the answer, as another attempt may find other names.</summary>
    private protected abstract Task<(IReadOnlyList<TSent> Sent, OfferBatch Batch)> SendAsync(
        IMarketplaceClient client, string account, IReadOnlyDictionary<Sku, TValue> values, AgentContext<TPushes> context, CancellationToken cancellationToken);

    /// <summary>Takes down and tells what became of each product.</summary>
    private protected abstract Task AnsweredAsync(
        string account, IReadOnlyList<(Sku Sku, TValue Value, string? Refusal)> answers, AgentContext<TPushes> context);

    private protected void Queue(string account, Sku sku, TValue value, AgentContext<TPushes> context)
    {
        context.State = context.State with { Pending = new Dictionary<Sku, TValue>(context.State.Pending) { [sku] = value } };
        Plan(account, OfferImports.GatherTime, context);
    }

    private protected void Plan(string account, TimeSpan after, AgentContext<TPushes> context)
    {
        if (!context.State.IsBusy && context.State.Pending.Count > 0)
        {
            context.State = context.State with { IsBusy = true };
            context.Schedule(SendingOf(account), after, "push");
        }
    }

    /// <summary>Sends what waits, unless an import is under way.</summary>
    private protected async Task SendAsync(IMessage message, string account, AgentContext<TPushes> context, CancellationToken cancellationToken)
    {
        var pending = context.State.Pending;
        if (pending.Count == 0 || context.State.Batch is not null)
        {
            return;
        }

        IReadOnlyList<TSent> sent;
        OfferBatch batch;
        try
        {
            (sent, batch) = await SendAsync(_services.Marketplace(account), account, pending, context, cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception)
        {
            // It stays in line: a later value takes the place of an earlier one, so trying again for long does no harm.
            context.State = context.State with { Failures = context.State.Failures + 1 };
            context.Publish(new MarketplaceSyncFailed(account, Kind, 0, pending.Count, TimeSpan.Zero, exception.Message));
            context.Schedule(message, PollPace.Next(Options, context.State.Failures), "push");
            return;
        }

        var taken = sent.Select(static item => (item.Sku, item.Value)).ToHashSet();
        context.State = context.State with
        {
            Pending = pending.Where(item => !taken.Contains((item.Key, item.Value))).ToDictionary(),
            Batch = batch,
            BatchAt = context.Clock.GetUtcNow(),
            Sent = sent,
            Failures = 0,
        };
        await FollowAsync(account, context).ConfigureAwait(false);
    }

    /// <summary>Looks what has become of the import.</summary>
    private protected async Task LookAsync(string account, AgentContext<TPushes> context, CancellationToken cancellationToken)
    {
        if (context.State.Batch is not { } batch)
        {
            return;
        }

        batch = await _services.Marketplace(account).LookAsync(batch, context.State.BatchAt, context.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        context.State = context.State with { Batch = batch };
        await FollowAsync(account, context).ConfigureAwait(false);
    }

    /// <summary>Takes an answer down where the value is listed, unless it has changed since it was sent.</summary>
    private protected static async Task NoteAsync<TOutbound>(Guid id, Func<TOutbound, bool> wasSent, string? refusal, AgentContext<TPushes> context)
        where TOutbound : OutboundOffer, IEntity
    {
        var outbound = context.Repository<TOutbound>();
        if (await outbound.FindAsync(id).ConfigureAwait(false) is { } found && wasSent(found.Value))
        {
            await outbound.UpdateAsync(found.Value with
            {
                Status = refusal is null ? OutboundStatus.Acknowledged : OutboundStatus.Refused,
                Reason = refusal,
                AnsweredAt = context.Clock.GetUtcNow(),
            }).ConfigureAwait(false);
        }
    }

    private async Task FollowAsync(string account, AgentContext<TPushes> context)
    {
        var (batch, sent) = (context.State.Batch!, context.State.Sent);
        if (batch.State == OfferBatchState.Running)
        {
            context.Schedule(LookOf(account), OfferImports.PollInterval, "poll");
            return;
        }

        var values = sent.DistinctBy(static item => item.Sku).ToDictionary(static item => item.Sku, static item => item.Value);
        await AnsweredAsync(
            account,
            [.. batch.ByProduct(sent.Select(static item => (item.ExternalSku, item.Sku))).Select(answer => (answer.Sku, values[answer.Sku], answer.Refusal))],
            context).ConfigureAwait(false);
        context.State = context.State with { Batch = null, BatchAt = null, Sent = [], IsBusy = false };
        Plan(account, OfferImports.GatherTime, context);
    }
}
