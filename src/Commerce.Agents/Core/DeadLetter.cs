namespace Commerce.Agents;

/// <summary>A message that failed for good.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Agent">The agent that could not handle it.</param>
/// <param name="Key">The key.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Message">Its content.</param>
/// <param name="ErrorType">The type of the error.</param>
/// <param name="Error">The error.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DeadAt">When it was given up.</param>
public sealed record DeadLetter(
    long Id, string Agent, string Key, Guid MessageId, IMessage Message, string ErrorType, string Error, int Attempts, DateTimeOffset DeadAt);
