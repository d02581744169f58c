namespace Commerce.Agents.Domain.Payments;

/// <summary>Looks when the next run of payouts is, and plans it; a run that was missed within the last hour is made up for.</summary>
public sealed record PlanPayouts : IMessage;
