namespace Commerce.Testing.Sandbox;

/// <summary>A call that the double of Stripe keeps running until it is let go; meanwhile its idempotency key is in use.</summary>
public sealed class StripeSandboxHold : IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal StripeSandboxHold()
    {
    }

    /// <summary>Gets what ends when the call has arrived.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Lets the call go on: it is executed and answered.</summary>
    public void Release() => _released.TrySetResult();

    /// <inheritdoc/>
    public void Dispose() => Release();

    internal Task WaitAsync()
    {
        _reached.TrySetResult();
        return _released.Task;
    }
}
