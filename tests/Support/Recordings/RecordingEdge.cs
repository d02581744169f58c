using System.Collections.Concurrent;

namespace Commerce.Tests.Support.Recordings;

/// <summary>Marks every request with the test that sends it, and notes its address.</summary>
/// <param name="test">The test.</param>
internal sealed class RecordingEdge(string test) : DelegatingHandler
{
    internal const string Mark = "X-Recording-Test";

    internal string Test => test;

    internal ConcurrentQueue<string> Sent { get; } = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Enqueue(request.RequestUri!.PathAndQuery);
        request.Headers.Remove(Mark);
        request.Headers.Add(Mark, test);
        return base.SendAsync(request, cancellationToken);
    }
}
