namespace Commerce.Agents.Storage;

/// <summary>Names a journaled call.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Step">The step.</param>
public readonly record struct EffectId(string Agent, Guid MessageId, string Step);
