using System.Threading.Channels;

namespace Commerce.Agents.Kafka;

/// <summary>A thread for calls that block, as the Kafka client's do: the threads that run handlers and commits are never kept waiting by them.</summary>
internal sealed class BlockingThread : IDisposable
{
    private readonly Channel<Action> _calls = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });

    internal BlockingThread(string name) => new Thread(Run) { IsBackground = true, Name = name }.Start();

    /// <summary>Makes a call on the thread, after those before it.</summary>
    internal Task RunAsync(Action call)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isTaken = _calls.Writer.TryWrite(() =>
        {
            try
            {
                call();
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return isTaken ? done.Task : throw new ObjectDisposedException(nameof(BlockingThread));
    }

    /// <summary>Lets the thread end after the calls that it has.</summary>
    public void Dispose() => _calls.Writer.TryComplete();

    private void Run()
    {
        while (_calls.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_calls.Reader.TryRead(out var call))
            {
                call();
            }
        }
    }
}
