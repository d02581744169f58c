using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Has products counted, compares them with their levels and corrects these; keys are the ids of counts.</summary>
/// <param name="options">On which differences somebody must decide.</param>
public sealed class CycleCountAgent(IOptions<CountingOptions> options) :
    IHandle<StartCycleCount, CountProgress>, IHandle<SubmitCount, CountProgress>, IHandle<StockMeasured, CountProgress>,
    IHandle<ApproveVariance, CountProgress>, IHandle<StockCorrected, CountProgress>
{
    private const int MaxName = 64;
    private const int MaxSkus = 500;
    private const int MaxQuantity = 1_000_000;

    /// <inheritdoc/>
    public async Task HandleAsync(StartCycleCount message, AgentContext<CountProgress> context, CancellationToken cancellationToken)
    {
        var refusals = Check(message);
        if (await FindAsync(message.CountId, context).ConfigureAwait(false) is not null)
        {
            refusals.Add(RefusalCode.Duplicate, "CountId", "CountId is that of another count: give a new one.");
        }

        if (!refusals.Any)
        {
            var warehouse = message.Warehouse;
            IEnumerable<Sku> skus = message.Skus.Count > 0
                ? message.Skus
                : (await context.Repository<StockedPlace>().AllAsync(place => place.Warehouse == warehouse).ConfigureAwait(false)).Select(static place => place.Sku);
            var count = new CycleCount
            {
                Id = message.CountId,
                Kind = message.Kind,
                Warehouse = warehouse,
                Status = CycleCountStatus.Open,
                Lines = [.. skus.Order().Select(static sku => new CycleCountLine { Sku = sku })],
                StartedAt = context.Clock.GetUtcNow(),
            };
            refusals.Require(count.Lines.Count > 0, "Warehouse", "Nothing was ever in this warehouse: give the code of another one.");
            if (!refusals.Any)
            {
                await SaveAsync(count, context).ConfigureAwait(false);
                if (count.Kind != CycleCountKind.Blind)
                {
                    Measure(count, isCounted: false, context);
                }
            }
        }

        context.Reply(refusals.Answer(message.CountId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SubmitCount message, AgentContext<CountProgress> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Counter, MaxName, "Counter");
        var count = await FindAsync(message.CountId, CycleCountStatus.Submitted, refusals, context).ConfigureAwait(false);
        if (!refusals.Any)
        {
            Check(message, count!, refusals);
        }

        if (!refusals.Any)
        {
            foreach (var line in message.Lines)
            {
                count = count!.With(line.Sku, counted => counted with { Counted = line.Counted, UnitCost = line.UnitCost });
            }

            await SaveAsync(count! with { Status = CycleCountStatus.Submitted, Counter = message.Counter }, context).ConfigureAwait(false);
            context.State = new CountProgress { Awaited = count!.Lines.Count };
            Measure(count, isCounted: true, context);
        }

        context.Reply(refusals.Answer(message.CountId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(StockMeasured message, AgentContext<CountProgress> context, CancellationToken cancellationToken)
    {
        if (await FindAsync(message.CountId, context).ConfigureAwait(false) is not { } count)
        {
            return;
        }

        if (!message.IsCounted)
        {
            await SaveAsync(count.With(message.Sku, line => line with { Shown = message.OnHand }), context).ConfigureAwait(false);
            return;
        }

        count = count.With(message.Sku, line => line with { Expected = message.OnHand });
        context.State = context.State with { Awaited = context.State.Awaited - 1 };
        if (context.State.Awaited == 0)
        {
            count = await JudgeAsync(count, context).ConfigureAwait(false);
        }

        await SaveAsync(count, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ApproveVariance message, AgentContext<CountProgress> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Approver, MaxName, "Approver");
        var count = await FindAsync(message.CountId, context).ConfigureAwait(false);
        if (count is not { Status: CycleCountStatus.AwaitingApproval })
        {
            refusals.Add(
                count is null ? RefusalCode.NotFound : RefusalCode.InvalidTransition, "CountId", $"The count is {count?.Status ?? CycleCountStatus.None}: nothing waits for a decision.");
        }

        if (!refusals.Any)
        {
            count = count! with { Approver = message.Approver };
            foreach (var line in count.Lines.Where(static line => line.Status == CountLineStatus.Waiting))
            {
                count = message.IsApproved ? Correct(count, line, context) : count.With(line.Sku, static line => line with { Status = CountLineStatus.Rejected });
            }

            await SaveAsync(Continue(count, context), context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.CountId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(StockCorrected message, AgentContext<CountProgress> context, CancellationToken cancellationToken)
    {
        if (await FindAsync(message.CountId, context).ConfigureAwait(false) is { } count)
        {
            count = count.With(message.Sku, line => line with { Status = message.IsDone ? CountLineStatus.Corrected : CountLineStatus.Waiting });
            await SaveAsync(Continue(count, context), context).ConfigureAwait(false);
        }
    }

    private static void Measure(CycleCount count, bool isCounted, AgentContext<CountProgress> context)
    {
        foreach (var line in count.Lines)
        {
            context.Send(new MeasureStock(count.Id, line.Sku, count.Warehouse, isCounted));
        }
    }

    private static CycleCount Correct(CycleCount count, CycleCountLine line, AgentContext<CountProgress> context)
    {
        context.Send(new CorrectStock(count.Id, line.Sku, count.Warehouse, line.Variance()));
        return count.With(line.Sku, static line => line with { Status = CountLineStatus.Correcting });
    }

    /// <summary>Moves the count on when its lines allow it. Corrections that are under way come before what waits for somebody.</summary>
    private static CycleCount Continue(CycleCount count, AgentContext<CountProgress> context)
    {
        var to = count.Lines.Any(static line => line.Status == CountLineStatus.Correcting) ? CycleCountStatus.Correcting
            : count.Lines.Any(static line => line.Status == CountLineStatus.Waiting) ? CycleCountStatus.AwaitingApproval
            : CycleCountStatus.Completed;
        if (!CycleCountTransitions.Table.Allows(count.Status, to))
        {
            return count;
        }

        if (to == CycleCountStatus.AwaitingApproval)
        {
            context.Publish(new VarianceApprovalNeeded(count.Id, count.Warehouse, count.Variances(static line => line.Status == CountLineStatus.Waiting)));
        }
        else if (to == CycleCountStatus.Completed)
        {
            count = count with { CompletedAt = context.Clock.GetUtcNow() };
            context.Publish(new CycleCountCompleted(count.Id, count.Kind, count.Warehouse, count.Variances(static _ => true)));
        }

        return count with { Status = to };
    }

    private static async Task<CycleCount?> FindAsync(Guid id, AgentContext<CountProgress> context) =>
        (await context.Repository<CycleCount>().FindAsync(id).ConfigureAwait(false))?.Value;

    private static async Task<CycleCount?> FindAsync(Guid id, CycleCountStatus to, Refusals refusals, AgentContext<CountProgress> context)
    {
        var count = await FindAsync(id, context).ConfigureAwait(false);
        if (count is null)
        {
            refusals.Add(RefusalCode.NotFound, "CountId", "There is no such count.");
        }
        else if (CycleCountTransitions.Table.Refuse(count.Status, to) is { } refusal)
        {
            refusals.Add(refusal);
        }

        return count;
    }

    private static Task SaveAsync(CycleCount count, AgentContext<CountProgress> context) => context.Repository<CycleCount>().PutAsync(count);

    private static Refusals Check(StartCycleCount message)
    {
        var refusals = new Refusals();
        refusals.Require(message.CountId != Guid.Empty, "CountId", "CountId is empty: give a new one.");
        refusals.RequireCode(message.Warehouse, "Warehouse");
        refusals.Require(
            message.Skus.Count <= MaxSkus && (message.Skus.Count > 0 || message.Kind == CycleCountKind.Full), "Skus", $"There are {message.Skus.Count} SKUs: give 1 to {MaxSkus}, or none for a full count.");
        refusals.Require(message.Skus.Distinct().Count() == message.Skus.Count, "Skus", "A SKU is there more than once: give each once.");
        return refusals;
    }

    private static void Check(SubmitCount message, CycleCount count, Refusals refusals)
    {
        refusals.Require(
            message.Lines.Select(static line => line.Sku).Order().SequenceEqual(count.Lines.Select(static line => line.Sku)),
            "Lines",
            $"The lines are not those of the count: give each of its {count.Lines.Count} SKUs once.");
        foreach (var line in message.Lines)
        {
            refusals.Require(line.Counted is >= 0 and <= MaxQuantity, $"Lines[{line.Sku}].Counted", $"Counted is {line.Counted}: give 0 to {MaxQuantity}.");
            refusals.Require(!(line.UnitCost?.Amount < 0), $"Lines[{line.Sku}].UnitCost", $"UnitCost is {line.UnitCost}: give 0 or more.");
        }
    }

    /// <summary>Corrects what is small at once, and has somebody decide on the rest.</summary>
    private async Task<CycleCount> JudgeAsync(CycleCount count, AgentContext<CountProgress> context)
    {
        foreach (var line in count.Lines)
        {
            var judgement = VarianceRule.Judge(line.Expected!.Value, line.Counted!.Value, line.UnitCost, options.Value);
            if (line.Variance() == 0)
            {
                count = count.With(line.Sku, static line => line with { Status = CountLineStatus.Right });
                continue;
            }

            await context.KeepDecisionAsync(
                "count", line.Sku.Value, judgement.NeedsApproval ? "approval" : "correction", judgement.Reason, line.Variance(), judgement.Parts).ConfigureAwait(false);
            count = judgement.NeedsApproval ? count.With(line.Sku, static line => line with { Status = CountLineStatus.Waiting }) : Correct(count, line, context);
        }

        return Continue(count, context);
    }
}
