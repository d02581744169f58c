namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Says how a registered agent is. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Cpu">The share of the processor that it uses: 0 to 1.</param>
/// <param name="Memory">The share of the memory that it uses: 0 to 1.</param>
/// <param name="SuccessRatio">The share of its work that succeeds: 0 to 1.</param>
/// <param name="ResponseTime">How long it takes to answer: 0 or more.</param>
public sealed record Heartbeat(string Agent, decimal Cpu, decimal Memory, decimal SuccessRatio, TimeSpan ResponseTime) : IMessage;
