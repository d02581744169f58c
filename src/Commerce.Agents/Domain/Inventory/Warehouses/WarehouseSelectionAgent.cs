using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Chooses the warehouses of orders; keys are order ids.</summary>
/// <param name="options">Bounds, prices and start values.</param>
public sealed class WarehouseSelectionAgent(IOptions<WarehouseOptions> options) :
    IHandle<SelectWarehouse, WarehouseSelection>, IHandle<ScoreWarehouses, WarehouseSelection>
{
    /// <inheritdoc/>
    public async Task HandleAsync(SelectWarehouse message, AgentContext<WarehouseSelection> context, CancellationToken cancellationToken)
    {
        if (await RankAsync(message.OrderId, message.Order, context).ConfigureAwait(false) is not var (order, ranking))
        {
            return;
        }

        var best = ranking.Best();
        context.State = new WarehouseSelection { Warehouse = best?.Warehouse, Ranked = ranking.Ranked, Rejected = ranking.Rejected };
        if (best is not null || ranking.Rejected.Count > 0)
        {
            await context.KeepDecisionAsync("warehouse", message.OrderId.ToString(), best?.Warehouse ?? "none", ranking.Reason, best?.Score ?? 0, best?.Parts).ConfigureAwait(false);
        }

        if (best is null)
        {
            context.Publish(new NoWarehouseAvailable(message.OrderId, ranking.Rejected, ranking.Reason));
        }
        else
        {
            context.Publish(new WarehouseSelected(message.OrderId, best.Warehouse, best.Score, best.Parts, best.EstimatedCost, best.EstimatedDays)
            {
                Sites = [.. ranking.Ranked.Select(rating => SiteOf(rating, order))],
            });
        }

        context.Reply(new WarehouseSelectionAnswer(message.OrderId, ranking, []));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ScoreWarehouses message, AgentContext<WarehouseSelection> context, CancellationToken cancellationToken)
    {
        if (await RankAsync(message.OrderId, message.Order, context).ConfigureAwait(false) is var (_, ranking))
        {
            context.Reply(new WarehouseSelectionAnswer(message.OrderId, ranking, []));
        }
    }

    private static Refusals Check(WarehouseOrder order)
    {
        var refusals = new Refusals();
        refusals.Require(order.Lines.Count > 0, "Lines", "Lines is empty: give at least one.");
        refusals.Require(
            order.ShipTo?.Coordinates?.IsOnGlobe != false, "ShipTo.Coordinates", "Coordinates are not on the globe: give a latitude of -90 to 90 and a longitude of -180 to 180.");
        refusals.Require(order.Volume >= 0, "Volume", $"Volume is {order.Volume}: give 0 or more cubic metres.");
        foreach (var line in order.Lines)
        {
            refusals.Require(line.Quantity >= 1, $"Lines[{line.Sku}].Quantity", $"The quantity is {line.Quantity}: give 1 or more.");
        }

        return refusals;
    }

    /// <summary>Looks up what the caller does not say: how many of a product each warehouse can sell.</summary>
    private static async Task<WarehouseOrder> WithLevelsAsync(WarehouseOrder order, AgentContext<WarehouseSelection> context)
    {
        List<Sku> asked = [.. order.Lines.Where(static line => line.Available is null).Select(static line => line.Sku).Distinct()];
        if (asked.Count == 0)
        {
            return order;
        }

        var places = (await context.Repository<StockedPlace>().AllAsync(place => asked.Contains(place.Sku)).ConfigureAwait(false)).ToLookup(static place => place.Sku);
        return order with
        {
            Lines =
            [
                .. order.Lines.Select(line => line.Available is not null ? line : line with
                {
                    Available = places[line.Sku].ToDictionary(static place => place.Warehouse, static place => place.Available, StringComparer.Ordinal),
                }),
            ],
        };
    }

    private static FulfilmentSite SiteOf(WarehouseRating rating, WarehouseOrder order) => new(
        rating.Warehouse,
        order.Lines.GroupBy(static line => line.Sku).ToDictionary(
            static group => group.Key, group => Math.Max(0, group.First().Available!.GetValueOrDefault(rating.Warehouse))),
        rating.EstimatedCost,
        rating.EstimatedDays);

    /// <summary>Ranks the warehouses, by the levels as they are where the caller gives none; answers what is wrong with the order.</summary>
    private async Task<(WarehouseOrder Order, WarehouseRanking Ranking)?> RankAsync(OrderId orderId, WarehouseOrder order, AgentContext<WarehouseSelection> context)
    {
        var refusals = Check(order);
        if (refusals.Any)
        {
            context.Reply(new WarehouseSelectionAnswer(orderId, null, refusals.List));
            return null;
        }

        var warehouses = await context.Repository<Warehouse>().AllAsync().ConfigureAwait(false);
        if (warehouses.Count > 0)
        {
            order = await WithLevelsAsync(order, context).ConfigureAwait(false);
        }

        return (order, WarehouseScore.Score(order, warehouses, options.Value));
    }
}
