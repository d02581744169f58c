using Commerce.Agents;

namespace Commerce.Benchmarks;

/// <summary>A message that is handled, changes its key's state, and is sent on, until it has gone its way.</summary>
public sealed record Hop(string Key, int Left, string Text) : IMessage
{
    internal const int Keys = 4_000;

    /// <summary>Gets a text that makes a body as large as a small order.</summary>
    internal static string Filling { get; } = new('x', 300);
}

/// <summary>What a key has seen.</summary>
public sealed record HopState
{
    /// <summary>Gets how many messages came.</summary>
    public int Count { get; init; }

    /// <summary>Gets the sum of what was left of their ways.</summary>
    public long Sum { get; init; }
}

/// <summary>Sends messages on.</summary>
public sealed class HopAgent : IHandle<Hop, HopState>
{
    /// <inheritdoc/>
    public Task HandleAsync(Hop message, AgentContext<HopState> context, CancellationToken cancellationToken)
    {
        context.State = new HopState { Count = context.State.Count + 1, Sum = context.State.Sum + message.Left };
        if (message.Left > 0)
        {
            context.Publish(message with { Left = message.Left - 1 });
        }

        return Task.CompletedTask;
    }
}
