using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Secures an order: risk, stock, money; undoes what was done when a step fails.</summary>
public sealed class CreateOrderSaga :
    IHandle<OrderPlaced, OrderCreation>, IHandle<OrderImported, OrderCreation>, IHandle<FraudAssessed, OrderCreation>,
    IHandle<StockReserved, OrderCreation>, IHandle<StockRefused, OrderCreation>, IHandle<PaymentAuthorized, OrderCreation>,
    IHandle<PaymentDeclined, OrderCreation>, IHandle<MarketplaceOrderReleased, OrderCreation>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderPlaced message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        var draft = message.Draft;
        context.State = new OrderCreation
        {
            Lines = message.Lines.ToDictionary(line => line.Sku, line => line.Quantity),
            Amount = message.Totals.Total,
            Method = draft.PaymentMethod,
        };
        context.Send(new AssessOrder(
            message.OrderId, draft.Customer, message.Totals.Total, draft.BillTo is not null && draft.BillTo.Address != draft.ShipTo.Address));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderImported message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // The marketplace has checked the buyer and takes the money.
        context.State = new OrderCreation
        {
            Lines = message.Lines.GroupBy(line => line.Sku).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity)),
            Account = message.Account,
            ExternalId = message.ExternalId,
        };
        Reserve(message.OrderId, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(FraudAssessed message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        switch (message.Assessment.Decision)
        {
            case FraudDecision.Blocked:
                context.Send(new CancelOrder(message.OrderId, "fraud_detected"));
                context.Complete();
                break;
            case FraudDecision.Review:
                context.Send(new HoldOrder(message.OrderId, "fraud review"));
                break;
            default:
                Reserve(message.OrderId, context);
                break;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockReserved message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.State.HasFailed)
        {
            // Another line was refused before this one was kept.
            context.Send(new ReleaseStock(message.Sku, message.OrderId));
            return Task.CompletedTask;
        }

        context.StepDone($"reserve {message.Sku}", new ReleaseStock(message.Sku, message.OrderId));
        context.State = context.State with { Reserved = [.. context.State.Reserved, message.Sku] };
        if (context.State.Reserved.Count < context.State.Lines.Count)
        {
            return Task.CompletedTask;
        }

        if (context.State.Account is { } account)
        {
            context.Send(new AcceptMarketplaceOrder(account, context.State.ExternalId!));
        }
        else
        {
            context.Send(new AuthorizePayment(message.OrderId, context.State.Amount!.Value, context.State.Method!.Value));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockRefused message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.State.HasFailed)
        {
            return Task.CompletedTask;
        }

        context.Compensate();
        context.State = context.State with { HasFailed = true };
        if (context.State.Account is { } account)
        {
            context.Send(new RefuseMarketplaceOrder(account, context.State.ExternalId!));
        }

        context.Send(new CancelOrder(message.OrderId, "out_of_stock"));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentAuthorized message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        context.StepDone("authorize", new VoidPayment(message.OrderId));
        Confirm(message.OrderId, null, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentDeclined message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        context.Compensate();
        context.State = context.State with { HasFailed = true };
        context.Send(new FailOrderPayment(message.OrderId, message.DeclineCode, message.BuyerMessage));
        context.Complete();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceOrderReleased message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (!context.State.HasFailed)
        {
            Confirm(message.OrderId, message.ShipTo, context);
        }

        return Task.CompletedTask;
    }

    private static void Reserve(OrderId orderId, AgentContext<OrderCreation> context)
    {
        foreach (var (sku, quantity) in context.State.Lines)
        {
            context.Send(new ReserveStock(sku, orderId, quantity));
        }
    }

    private static void Confirm(OrderId orderId, Party? shipTo, AgentContext<OrderCreation> context)
    {
        foreach (var sku in context.State.Lines.Keys)
        {
            context.Send(new ExtendReservation(sku, orderId));
        }

        context.Send(new ConfirmOrder(orderId, shipTo));
        context.Complete();
    }
}
