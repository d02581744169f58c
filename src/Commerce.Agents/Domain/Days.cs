namespace Commerce.Agents.Domain;

internal static class Days
{
    /// <summary>Gets the day in UTC at which a message is handled.</summary>
    internal static DateOnly Today(this AgentContext context) => DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
}
