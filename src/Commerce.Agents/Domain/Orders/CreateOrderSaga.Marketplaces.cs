using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;

namespace Commerce.Agents.Domain.Orders;

/// <content>Orders of marketplaces: paid there, and often without an address until they are accepted.</content>
public sealed partial class CreateOrderSaga : IHandle<OrderImported, OrderCreation>, IHandle<MarketplaceOrderReleased, OrderCreation>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderImported message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // The marketplace has checked the buyer and takes the money.
        context.State = new OrderCreation
        {
            Lines = FulfilmentParts.Quantities(message.Lines),
            Account = message.Account,
            ExternalId = message.ExternalId,
            ShipTo = message.ShipTo,
        };
        AskForWarehouse(message.OrderId, message.Lines, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceOrderReleased message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.Steps.Count == 0)
        {
            return Task.CompletedTask;
        }

        if (context.State is not { ShipTo: null, Parts.Count: > 0, Asked: { } asked })
        {
            Secure(message.OrderId, message.ShipTo, context);
            return Task.CompletedTask;
        }

        // Its warehouses were chosen before anybody knew where it goes. Those that have nothing left count too: what is kept is its own.
        var shipTo = WarehouseDestination.Of(message.ShipTo);
        context.State = context.State with { ShipTo = shipTo, Released = message.ShipTo, Open = [OrderCheck.Warehouse] };
        context.Send(new SelectWarehouse(message.OrderId, asked with { ShipTo = shipTo, MayWait = true }));
        return Task.CompletedTask;
    }

    /// <summary>Lets an order whose address came late leave from where its units are kept, unless that does not ship there.</summary>
    private static async Task LeaveFromAsync(WarehouseSelected message, AgentContext<OrderCreation> context)
    {
        var state = context.State with { Open = [] };
        context.State = state;
        if (state.IsOver)
        {
            return;
        }

        if (state.Parts.All(part => message.Sites.Any(site => site.Warehouse == part.Warehouse)))
        {
            Secure(message.OrderId, state.Released, context);
            return;
        }

        var decision = Choose(BackorderPlan.WithKept(message.Sites, state.Parts, []), context);
        await KeepAsync(message.OrderId, decision, context).ConfigureAwait(false);
        if (decision.Backordered.Count > 0)
        {
            context.Send(new CancelOrder(message.OrderId, CancellationReasons.OutOfStock));
            return;
        }

        context.State = state with { IsPaid = true, Parts = BackorderPlan.Parts(decision, message.Sites, []) };
        context.Send(new ReleaseStock(message.OrderId.Value, "its warehouse does not ship where it goes"));
        Reserve(message.OrderId, context);
    }
}
