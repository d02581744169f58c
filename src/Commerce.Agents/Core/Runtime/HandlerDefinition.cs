using Commerce.Agents.Storage;

namespace Commerce.Agents.Runtime;

/// <summary>How one kind of message reaches an agent.</summary>
internal sealed record HandlerDefinition(
    Type MessageType,
    Func<IMessage, string?> Key,
    Func<KeyRun, Envelope, int, AgentContext> MakeContext,
    Func<object, IMessage, AgentContext, CancellationToken, Task> Invoke,
    bool Starts,
    TransactionMode Transaction);
