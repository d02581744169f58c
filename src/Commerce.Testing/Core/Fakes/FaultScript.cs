using System.Collections.Concurrent;

namespace Commerce.Testing;

/// <summary>What goes wrong next, by operation and in order. Without a script everything works.</summary>
/// <remarks>Thread-safe. An operation is named like the method without <c>Async</c>: <c>CreateShipment</c>.</remarks>
public sealed class FaultScript
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Step>> _steps = new(StringComparer.Ordinal);

    /// <summary>Lets the next call fail before anything happens.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="times">How many calls: 1 or more.</param>
    /// <returns>This script.</returns>
    public FaultScript Fail(string operation, CommerceErrorKind kind, int times = 1) =>
        Add(operation, new Step(kind, AfterEffect: false, null), times);

    /// <summary>Lets the next call do its work and then lose the answer: the caller cannot know that it worked.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="times">How many calls: 1 or more.</param>
    /// <returns>This script.</returns>
    public FaultScript LoseAnswer(string operation, int times = 1) =>
        Add(operation, new Step(CommerceErrorKind.Unavailable, AfterEffect: true, null), times);

    /// <summary>Lets the next call be refused, with nothing done.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="times">How many calls: 1 or more.</param>
    /// <returns>This script.</returns>
    public FaultScript Refuse(string operation, Refusal refusal, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Add(operation, new Step(CommerceErrorKind.Invalid, AfterEffect: false, refusal), times);
    }

    internal async Task<Outcome<T>> RunAsync<T>(string operation, Func<Outcome<T>> effect, CancellationToken cancellationToken)
        where T : class
    {
        var step = await EnterAsync(operation, cancellationToken).ConfigureAwait(false);
        if (step?.Refusal is { } refusal)
        {
            return Outcome.Refused<T>(refusal);
        }

        var outcome = effect();
        ThrowIfLost(operation, step);
        return outcome;
    }

    internal async Task<T> ReadAsync<T>(string operation, Func<T> effect, CancellationToken cancellationToken)
    {
        var step = await EnterAsync(operation, cancellationToken).ConfigureAwait(false);
        var result = effect();
        ThrowIfLost(operation, step);
        return result;
    }

    private static void ThrowIfLost(string operation, Step? step)
    {
        if (step is { AfterEffect: true })
        {
            throw Failure(operation, step.Kind);
        }
    }

    private static CommerceException Failure(string operation, CommerceErrorKind kind) =>
        new(kind, $"Scripted fault: {operation} fails as {kind}.") { Vendor = "fake", Operation = operation };

    private async Task<Step?> EnterAsync(string operation, CancellationToken cancellationToken)
    {
        // Fakes answer asynchronously like the real thing, so that callers cannot rely on a synchronous answer.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (!_steps.TryGetValue(operation, out var steps) || !steps.TryDequeue(out var step))
        {
            return null;
        }

        return step is { AfterEffect: false, Refusal: null } ? throw Failure(operation, step.Kind) : step;
    }

    private FaultScript Add(string operation, Step step, int times)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var steps = _steps.GetOrAdd(operation, static _ => new ConcurrentQueue<Step>());
        for (var i = 0; i < times; i++)
        {
            steps.Enqueue(step);
        }

        return this;
    }

    private sealed record Step(CommerceErrorKind Kind, bool AfterEffect, Refusal? Refusal);
}
