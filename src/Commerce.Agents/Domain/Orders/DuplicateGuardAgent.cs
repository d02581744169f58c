namespace Commerce.Agents.Domain.Orders;

/// <summary>Notices when a buyer orders the same basket twice within five minutes (BUSINESS_RULES, ORD-1 rule 10).</summary>
public sealed class DuplicateGuardAgent : IHandle<CheckDuplicate, RecentBaskets>
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public Task HandleAsync(CheckDuplicate message, AgentContext<RecentBaskets> context, CancellationToken cancellationToken)
    {
        List<RecentBasket> recent = [.. context.State.Baskets.Where(basket => basket.PlacedAt > message.PlacedAt - Window && basket.OrderId != message.OrderId)];
        var earlier = recent.Find(basket => basket.Basket == message.Basket);
        context.State = new RecentBaskets { Baskets = [.. recent, new RecentBasket(message.OrderId, message.Basket, message.PlacedAt)] };
        context.Publish(new DuplicateChecked(message.OrderId, earlier?.OrderId));
        return Task.CompletedTask;
    }
}
