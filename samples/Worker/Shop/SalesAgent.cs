using Commerce.Agents;

namespace Commerce.Samples.Worker.Shop;

/// <summary>Listens to what the orders tell.</summary>
public sealed class SalesAgent : IHandle<OrderConfirmed, Sales>, IHandle<OrderRejected, Sales>
{
    public Task HandleAsync(OrderConfirmed message, AgentContext<Sales> context, CancellationToken cancellationToken)
    {
        var sales = context.State;
        context.State = sales with
        {
            Confirmed = sales.Confirmed + 1, Revenue = sales.Revenue is { } revenue ? revenue + message.Total : message.Total,
        };
        return Task.CompletedTask;
    }

    public Task HandleAsync(OrderRejected message, AgentContext<Sales> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Rejected = context.State.Rejected + 1 };
        return Task.CompletedTask;
    }
}
