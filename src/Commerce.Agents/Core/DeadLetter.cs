using Commerce.Agents.Storage;

namespace Commerce.Agents;

/// <summary>A message that failed for good.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Agent">The agent that could not handle it.</param>
/// <param name="Key">The key.</param>
/// <param name="Envelope">The message, with what travelled with it; an <see cref="UnreadableMessage"/> where its bytes could not be read.</param>
/// <param name="MessageType">The name of its type.</param>
/// <param name="ErrorType">The type of the error.</param>
/// <param name="Error">The error.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DeadAt">When it was given up.</param>
public sealed record DeadLetter(
    long Id, string Agent, string Key, Envelope Envelope, string MessageType, string ErrorType, string Error, int Attempts, DateTimeOffset DeadAt)
{
    /// <summary>Gets the message's id.</summary>
    public Guid MessageId => Envelope.Id;

    /// <summary>Gets the message's content.</summary>
    public IMessage Message => Envelope.Message;
}
