namespace Commerce.Agents.Domain;

/// <summary>Keeps decisions.</summary>
internal static class Decisions
{
    /// <summary>Registers where decisions are kept.</summary>
    internal static AgentsBuilder AddDecisions(this AgentsBuilder agents) =>
        agents.AddEntity<Decision>(entity => entity
        .Index(decision => decision.Subject)
        .Index(decision => decision.Kind, decision => decision.Subject));

    /// <summary>Keeps a decision with this message.</summary>
    internal static Task KeepDecisionAsync(
        this AgentContext context, string kind, string subject, string outcome, string reason, decimal score = 0, IReadOnlyList<DecisionPart>? parts = null) =>
        context.Repository<Decision>().CreateAsync(new Decision
        {
            Id = context.NewId(),
            Kind = kind,
            Subject = subject,
            At = context.Clock.GetUtcNow(),
            Outcome = outcome,
            Score = score,
            Parts = parts ?? [],
            Reason = reason,
        });
}
