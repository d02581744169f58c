using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Finds who should deliver a product; keys are SKUs.</summary>
/// <param name="options">How goods are bought.</param>
public sealed class SourcingAgent(IOptions<SupplierOptions> options) : IHandle<FindBestSupplier, Sourcing>, IHandle<ReorderRecommended, Sourcing>
{
    /// <inheritdoc/>
    public async Task HandleAsync(FindBestSupplier message, AgentContext<Sourcing> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.Require(message.Quantity >= 1, "Quantity", $"The quantity is {message.Quantity}: give 1 or more.");
        refusals.Require(message.DailyDemand is null or >= 0, "DailyDemand", $"DailyDemand is {message.DailyDemand}: give 0 or more.");
        var ranking = refusals.Any ? null : await RankAsync(message.Sku, message.Quantity, message.DailyDemand, context).ConfigureAwait(false);
        context.Reply(new SupplierRankingAnswer(message.Sku, ranking, refusals.List));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ReorderRecommended message, AgentContext<Sourcing> context, CancellationToken cancellationToken)
    {
        if (message.Quantity < 1)
        {
            return;
        }

        var ranking = await RankAsync(message.Sku, message.Quantity, message.DailyDemand, context).ConfigureAwait(false);
        var best = ranking.Best();
        context.State = new Sourcing { Supplier = best?.Supplier };
        if (best is null)
        {
            context.Publish(new NoSupplierAvailable(message.Sku, message.Warehouse, message.Quantity, ranking.Rejected, ranking.Reason));
            return;
        }

        context.Send(new CreatePurchaseOrder(
            best.Supplier, message.Warehouse, [new PurchaseOrderItem(message.Sku, message.Quantity)], IsRecommendation: true));
    }

    private async Task<SupplierRanking> RankAsync(Sku sku, int quantity, decimal? dailyDemand, AgentContext<Sourcing> context)
    {
        var ranking = SupplierScore.Rank(quantity, dailyDemand, await context.OffersAsync(sku).ConfigureAwait(false), options.Value);
        await context.KeepAsync(sku.Value, ranking).ConfigureAwait(false);
        return ranking;
    }
}
