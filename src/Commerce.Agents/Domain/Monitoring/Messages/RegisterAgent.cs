namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Says that an agent will send heartbeats. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Agent">The agent: 1 to 100 characters.</param>
public sealed record RegisterAgent(string Agent) : IMessage;
