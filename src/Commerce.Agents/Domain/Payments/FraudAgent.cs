namespace Commerce.Agents.Domain.Payments;

/// <summary>Assesses orders; keys are customers, whose recent orders it remembers.</summary>
public sealed class FraudAgent : IHandle<AssessOrder, BuyerHistory>
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public Task HandleAsync(AssessOrder message, AgentContext<BuyerHistory> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var recent = context.State.Orders.Where(at => now - at < Day).Append(now).ToList();
        var firstSeen = context.State.FirstSeen ?? now;
        context.State = new BuyerHistory { Orders = recent, FirstSeen = firstSeen };
        context.Publish(new FraudAssessed(message.OrderId, FraudScore.Assess(new FraudFacts
        {
            Amount = message.Amount.Amount,
            OrdersInDay = recent.Count,
            HasOtherBillingAddress = message.HasOtherBillingAddress,
            IsNewAccount = now - firstSeen < Day,
        })));
        return Task.CompletedTask;
    }
}
