using System.Collections.Concurrent;
using Commerce.Agents;
using Commerce.Agents.Entities;

namespace Commerce.Testing;

/// <summary>Adds a number to a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The number; <c>0</c> makes the handler fail as the test says.</param>
public sealed record Add(string Key, int Value) : IMessage;

/// <summary>A number was added.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The number.</param>
/// <param name="Total">The sum now.</param>
public sealed record Added(string Key, int Value, int Total) : IMessage;

/// <summary>Calls outside once.</summary>
/// <param name="Key">The key.</param>
/// <param name="Recovery">What may be done after a lost answer.</param>
public sealed record CallOutside(string Key, LostAnswerRecovery Recovery) : IMessage;

/// <summary>Starts a timer.</summary>
/// <param name="Key">The key.</param>
/// <param name="After">How long it runs.</param>
/// <param name="Cancel">Whether to take it back instead.</param>
public sealed record StartTimer(string Key, TimeSpan After, bool Cancel = false) : IMessage;

/// <summary>A timer has run out.</summary>
/// <param name="Key">The key.</param>
public sealed record TimeUp(string Key) : IMessage;

/// <summary>Asks for the sum.</summary>
/// <param name="Key">The key.</param>
public sealed record AskTotal(string Key) : IMessage;

/// <summary>The sum.</summary>
/// <param name="Value">The sum.</param>
public sealed record TotalIs(int Value);

/// <summary>Writes a note.</summary>
/// <param name="Id">The note.</param>
/// <param name="Text">Its text; the word <c>fail</c> makes the handler fail after writing.</param>
public sealed record WriteNote(Guid Id, string Text) : IMessage;

/// <summary>Adds a word to a note, and another note beside it.</summary>
public sealed record ExtendNote(Guid Id) : IMessage;

/// <summary>Starts a journey.</summary>
/// <param name="Key">The key.</param>
/// <param name="Fails">Whether its last step fails.</param>
public sealed record StartJourney(string Key, bool Fails) : IMessage;

/// <summary>A step of a journey, or its undoing.</summary>
/// <param name="Key">The key.</param>
/// <param name="Step">The step.</param>
public sealed record TakeStep(string Key, string Step) : IMessage;

/// <summary>A step of a journey is done, or has failed.</summary>
/// <param name="Key">The key.</param>
/// <param name="Step">The step.</param>
/// <param name="Failed">Whether it failed.</param>
public sealed record StepTaken(string Key, string Step, bool Failed) : IMessage;

/// <summary>A note.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text.</param>
/// <param name="Length">The length of the text.</param>
public sealed record Note(Guid Id, string Text, int Length) : IEntity;

/// <summary>A sum and the order in which it was made.</summary>
public sealed record Sum
{
    /// <summary>Gets the sum.</summary>
    public int Total { get; init; }

    /// <summary>Gets the numbers, in order.</summary>
    public IReadOnlyList<int> Values { get; init; } = [];

    /// <summary>Gets what a call outside gave.</summary>
    public string? Outside { get; init; }

    /// <summary>Gets how many timers have run out.</summary>
    public int Timers { get; init; }
}

/// <summary>Counts what it hears.</summary>
public sealed record Heard
{
    /// <summary>Gets how many.</summary>
    public int Count { get; init; }

    /// <summary>Gets the last sum heard.</summary>
    public int Last { get; init; }
}

/// <summary>A journey.</summary>
public sealed record Journey
{
    /// <summary>Gets where it is.</summary>
    public string Status { get; init; } = "new";

    /// <summary>Gets a value indicating whether its last step fails.</summary>
    public bool Fails { get; init; }
}

/// <summary>The world outside of the contract's agents: a vendor whose answers get lost as scripted.</summary>
public sealed class OutsideWorld
{
    private readonly ConcurrentDictionary<string, string> _done = new(StringComparer.Ordinal);
    private int _calls;

    /// <summary>Gets or sets how many of the next answers get lost after the work was done.</summary>
    public int LoseAnswers { get; set; }

    /// <summary>Gets or sets how many of the next messages with the value 0 fail.</summary>
    public int Failures { get; set; }

    /// <summary>Gets or sets the error of those failures.</summary>
    public Func<Exception> Error { get; set; } = static () => new InvalidOperationException("As scripted.");

    /// <summary>Gets how many calls it got.</summary>
    public int Calls => _calls;

    /// <summary>Gets the keys of all work done.</summary>
    public IReadOnlyCollection<string> Done => [.. _done.Keys];

    internal async Task<string> CallAsync(OperationKey key)
    {
        await Task.Yield();
        var number = Interlocked.Increment(ref _calls);
        _done.TryAdd(key.Value, $"outcome-{number}");
        if (LoseAnswers > 0)
        {
            LoseAnswers--;
            throw new CommerceException(CommerceErrorKind.Unavailable, "The answer was lost.");
        }

        return _done[key.Value];
    }

    internal Task<string?> FindAsync(OperationKey key) => Task.FromResult(_done.GetValueOrDefault(key.Value));
}

/// <summary>Adds numbers up.</summary>
/// <param name="world">The world outside.</param>
public sealed class SumAgent(OutsideWorld world) :
    IHandle<Add, Sum>, IHandle<CallOutside, Sum>, IHandle<StartTimer, Sum>, IHandle<TimeUp, Sum>, IHandle<AskTotal, Sum>
{
    /// <inheritdoc/>
    public Task HandleAsync(Add message, AgentContext<Sum> context, CancellationToken cancellationToken)
    {
        var total = context.State.Total + message.Value;
        context.State = context.State with { Total = total, Values = [.. context.State.Values, message.Value] };
        context.Publish(new Added(message.Key, message.Value, total));
        if (message.Value == 0 && world.Failures > 0)
        {
            world.Failures--;
            throw world.Error();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CallOutside message, AgentContext<Sum> context, CancellationToken cancellationToken)
    {
        var outcome = await context.OnceAsync(
            "call",
            world.CallAsync,
            message.Recovery,
            message.Recovery == LostAnswerRecovery.LookUpByReference ? world.FindAsync : null).ConfigureAwait(false);
        context.State = context.State with { Outside = outcome };
    }

    /// <inheritdoc/>
    public Task HandleAsync(StartTimer message, AgentContext<Sum> context, CancellationToken cancellationToken)
    {
        if (message.Cancel)
        {
            context.Cancel("timer");
        }
        else
        {
            context.Schedule(new TimeUp(message.Key), message.After, "timer");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(TimeUp message, AgentContext<Sum> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Timers = context.State.Timers + 1 };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(AskTotal message, AgentContext<Sum> context, CancellationToken cancellationToken)
    {
        context.Reply(new TotalIs(context.State.Total));
        return Task.CompletedTask;
    }
}

/// <summary>Listens to sums, and keeps notes.</summary>
public sealed class ListenerAgent : IHandle<Added, Heard>, IHandle<WriteNote, Heard>, IHandle<ExtendNote, Heard>
{
    /// <inheritdoc/>
    public Task HandleAsync(Added message, AgentContext<Heard> context, CancellationToken cancellationToken)
    {
        context.State = new Heard { Count = context.State.Count + 1, Last = message.Total };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(WriteNote message, AgentContext<Heard> context, CancellationToken cancellationToken)
    {
        var notes = context.Repository<Note>();
        await notes.PutAsync(new Note(message.Id, message.Text, message.Text.Length)).ConfigureAwait(false);
        if (message.Text == "fail")
        {
            throw new CommerceException(CommerceErrorKind.Invalid, "As scripted.");
        }

        var own = await notes.FindAsync(message.Id).ConfigureAwait(false);
        context.State = context.State with { Count = context.State.Count + own!.Value.Length };
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ExtendNote message, AgentContext<Heard> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Count = context.State.Count + 1 };
        var notes = context.Repository<Note>();
        await notes.CreateAsync(new Note(context.NewId(), "beside", context.State.Count)).ConfigureAwait(false);
        var beside = await notes.ListAsync(new EntityQuery<Note>
        {
            Where = note => note.Text == "beside", OrderBy = note => note.Length, Descending = true, Limit = 1,
        }).ConfigureAwait(false);
        var text = (await notes.FindAsync(message.Id).ConfigureAwait(false))?.Value.Text;
        await notes.PutAsync(new Note(message.Id, $"{text}{beside.Items[0].Length} ", beside.Total)).ConfigureAwait(false);
    }
}

/// <summary>Takes a journey's steps.</summary>
public sealed class StepAgent : IHandle<TakeStep, Heard>
{
    /// <inheritdoc/>
    public Task HandleAsync(TakeStep message, AgentContext<Heard> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Count = context.State.Count + 1 };
        context.Publish(new StepTaken(message.Key, message.Step, message.Step == "fail"));
        return Task.CompletedTask;
    }
}

/// <summary>Goes two steps, and back again when the third fails.</summary>
public sealed class JourneySaga : IHandle<StartJourney, Journey>, IHandle<StepTaken, Journey>
{
    /// <inheritdoc/>
    public Task HandleAsync(StartJourney message, AgentContext<Journey> context, CancellationToken cancellationToken)
    {
        context.State = new Journey { Status = "running", Fails = message.Fails };
        context.Send(new TakeStep(message.Key, "one"));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StepTaken message, AgentContext<Journey> context, CancellationToken cancellationToken)
    {
        if (message.Step.StartsWith("undo", StringComparison.Ordinal))
        {
            return Task.CompletedTask;
        }

        if (message.Failed)
        {
            context.Compensate();
            context.State = context.State with { Status = "compensated" };
            context.Complete();
            return Task.CompletedTask;
        }

        context.StepDone(message.Step, new TakeStep(message.Key, "undo-" + message.Step));
        if (message.Step == "one")
        {
            context.Send(new TakeStep(message.Key, "two"));
        }
        else if (context.State.Fails)
        {
            context.Send(new TakeStep(message.Key, "fail"));
        }
        else
        {
            context.State = context.State with { Status = "done" };
            context.Complete();
        }

        return Task.CompletedTask;
    }
}

/// <summary>The agents of the contracts.</summary>
internal static class RuntimeContractAgents
{
    internal static void Register(AgentsBuilder agents) => agents
    .AddAgent<SumAgent, Sum>("sum", agent => agent
        .Handles<Add>(message => message.Key)
        .Handles<CallOutside>(message => message.Key)
        .Handles<StartTimer>(message => message.Key)
        .Handles<TimeUp>(message => message.Key)
        .Handles<AskTotal>(message => message.Key))
    .AddAgent<ListenerAgent, Heard>("listener", agent => agent
        .Handles<Added>(message => message.Key)
        .Handles<WriteNote>(_ => "notes")
        .Handles<ExtendNote>(_ => "notes"))
    .AddAgent<StepAgent, Heard>("steps", agent => agent.Handles<TakeStep>(message => message.Key))
    .AddSaga<JourneySaga, Journey>("journey", saga => saga
        .StartedBy<StartJourney>(message => message.Key)
        .Handles<StepTaken>(message => message.Key))
    .Commands<TakeStep>()
    .AddEntity<Note>()
    .AddRecurring("nightly", "30 2 * * *", "UTC", static () => new Add("nightly", 1));
}
