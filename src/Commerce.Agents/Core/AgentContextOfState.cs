using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;

namespace Commerce.Agents;

/// <summary>Where a handler reads and changes the state of its key, and describes effects.</summary>
/// <typeparam name="TState">The agent's state of one key: an immutable record.</typeparam>
public sealed class AgentContext<TState> : AgentContext
    where TState : class, new()
{
    private TState? _state;

    internal AgentContext(KeyRun run, Envelope envelope, int attempt)
        : base(run, envelope, attempt)
    {
        _state = (TState?)run.State;
        Exists = run.State is not null;
        Steps = run.Steps;
    }

    /// <summary>Gets or sets the state; a new one when the key has none yet. Set it to a changed copy.</summary>
    public TState State
    {
        get => _state ??= new TState();
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _state = value;
            Effects.State = value;
        }
    }

    /// <summary>Gets a value indicating whether the key had state before this message.</summary>
    public bool Exists { get; }

    /// <summary>Gets the steps of a saga that are done and not compensated.</summary>
    public IReadOnlyList<SagaStep> Steps { get; private set; }

    /// <summary>Ends the key's life: a saga or an entity that is done. Its state stays readable.</summary>
    public void Complete() => Effects.IsCompleted = true;

    /// <summary>Writes down that a step of a saga is done, and what undoes it.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="compensation">The command that undoes it; <see langword="null"/> when nothing has to be undone.</param>
    public void StepDone(string step, IMessage? compensation = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(step);
        Steps = [.. Steps, new SagaStep(step, compensation, Clock.GetUtcNow())];
        Effects.Steps = Steps;
    }

    /// <summary>Sends the compensations of all steps that are done, the last step first.</summary>
    public void Compensate()
    {
        foreach (var step in Steps.Reverse())
        {
            if (step.Compensation is not null)
            {
                Send(step.Compensation);
            }
        }

        Steps = [];
        Effects.Steps = Steps;
    }
}
