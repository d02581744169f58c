using Commerce.Agents;

namespace Commerce.Integration.Kafka;

/// <summary>Something that passes a door.</summary>
public sealed record Passing(string Key, int Number, string Load = "") : IMessage;

/// <summary>What has passed with a key.</summary>
public sealed record Passed
{
    public IReadOnlyList<int> Numbers { get; init; } = [];
}

/// <summary>A door that a test opens.</summary>
public sealed class Door
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>Gets how many stand before it.</summary>
    public int Waiting => _waiting;

    public void Open() => _open.TrySetResult();

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        await _open.Task.WaitAsync(cancellationToken);
        Interlocked.Decrement(ref _waiting);
    }
}

/// <summary>Handles what comes when the door is open.</summary>
public sealed class DoorAgent(Door door) : IHandle<Passing, Passed>
{
    public async Task HandleAsync(Passing message, AgentContext<Passed> context, CancellationToken cancellationToken)
    {
        await door.PassAsync(cancellationToken);
        context.State = new Passed { Numbers = [.. context.State.Numbers, message.Number] };
    }

    public static void Register(AgentsBuilder agents) =>
        agents.AddAgent<DoorAgent, Passed>("door", agent => agent.Handles<Passing>(static message => message.Key));
}
