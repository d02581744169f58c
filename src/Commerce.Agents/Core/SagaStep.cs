namespace Commerce.Agents;

/// <summary>A step of a saga that is done.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Compensation">The command that undoes it.</param>
/// <param name="At">When it was done.</param>
public sealed record SagaStep(string Name, IMessage? Compensation, DateTimeOffset At);
