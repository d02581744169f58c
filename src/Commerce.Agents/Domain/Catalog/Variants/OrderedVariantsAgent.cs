using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Knows for which variants orders wait, until they have arrived or are cancelled; keys are order ids.</summary>
/// <param name="owners">What SKUs name, whoever has them.</param>
public sealed class OrderedVariantsAgent(IRepository<SkuOwner> owners) :
    IHandle<OrderPlaced, OrderedVariants>, IHandle<OrderImported, OrderedVariants>, IHandle<OrderModified, OrderedVariants>,
    IHandle<OrderDelivered, OrderedVariants>, IHandle<OrderCancelled, OrderedVariants>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderPlaced message, AgentContext<OrderedVariants> context, CancellationToken cancellationToken) =>
        WaitAsync(message.OrderId, message.Lines, context);

    /// <inheritdoc/>
    public Task HandleAsync(OrderImported message, AgentContext<OrderedVariants> context, CancellationToken cancellationToken) =>
        WaitAsync(message.OrderId, message.Lines, context);

    /// <inheritdoc/>
    public Task HandleAsync(OrderModified message, AgentContext<OrderedVariants> context, CancellationToken cancellationToken) =>
        WaitAsync(message.OrderId, message.Lines, context);

    /// <inheritdoc/>
    public Task HandleAsync(OrderDelivered message, AgentContext<OrderedVariants> context, CancellationToken cancellationToken) =>
        WaitAsync(message.OrderId, [], context);

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<OrderedVariants> context, CancellationToken cancellationToken) =>
        WaitAsync(message.OrderId, [], context);

    private async Task WaitAsync(OrderId orderId, IReadOnlyList<OrderLine> lines, AgentContext<OrderedVariants> context)
    {
        List<Guid> ids = [.. lines.Select(static line => SkuOwner.IdOf(line.Sku)).Distinct()];
        List<Sku> open = ids.Count == 0
            ? []
            : [.. (await owners.AllAsync(owner => ids.Contains(owner.Id)).ConfigureAwait(false)).Where(static owner => owner.Parent is not null).Select(static owner => owner.Sku)];

        var known = context.State.Skus;
        if (open.Count == 0 && known.Count == 0)
        {
            return;
        }

        var repository = context.Repository<OpenOrderLine>();
        foreach (var sku in open.Except(known))
        {
            await repository.PutAsync(new OpenOrderLine { Id = OpenOrderLine.IdOf(orderId, sku), OrderId = orderId, Sku = sku }).ConfigureAwait(false);
        }

        foreach (var sku in known.Except(open))
        {
            await repository.DeleteAsync(OpenOrderLine.IdOf(orderId, sku)).ConfigureAwait(false);
        }

        context.State = new OrderedVariants { Skus = open };
    }
}
