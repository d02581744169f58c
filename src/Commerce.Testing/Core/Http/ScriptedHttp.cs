using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Commerce.Testing;

/// <summary>A fake at the network's edge: answers as scripted, in order, and keeps the exact bytes of every request.</summary>
/// <remarks>Use it as the primary handler of a client: <c>builder.ConfigurePrimaryHttpMessageHandler(() => scripted)</c>.</remarks>
public sealed class ScriptedHttp : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _otherwise;

    /// <summary>Gets every request, in order of sending.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Gets the last request.</summary>
    /// <exception cref="InvalidOperationException">Nothing was sent.</exception>
    public RecordedRequest Last => _requests.LastOrDefault() ?? throw new InvalidOperationException("Nothing was sent.");

    /// <summary>Scripts the next answer.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">The media type.</param>
    /// <param name="headers">More headers.</param>
    /// <returns>This script.</returns>
    public ScriptedHttp Answer(
        HttpStatusCode status, string body = "", string mediaType = "application/json", params (string Name, string Value)[] headers) =>
        Answer((_, _) => Task.FromResult(Make(status, body, mediaType, headers)));

    /// <summary>Scripts the next answer as code.</summary>
    /// <param name="answer">Makes the answer, or throws.</param>
    /// <returns>This script.</returns>
    public ScriptedHttp Answer(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Scripts what is answered when the script is used up.</summary>
    /// <param name="answer">Makes the answer, or throws.</param>
    /// <returns>This script.</returns>
    public ScriptedHttp Otherwise(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _otherwise = answer;
        return this;
    }

    /// <summary>Makes an answer.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">The media type.</param>
    /// <param name="headers">More headers.</param>
    /// <returns>The answer.</returns>
    public static HttpResponseMessage Make(
        HttpStatusCode status, string body = "", string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        _requests.Enqueue(new RecordedRequest(request, body));
        var answer = _answers.TryDequeue(out var scripted)
            ? scripted
            : _otherwise ?? throw new InvalidOperationException($"No answer is scripted for {request.Method} {request.RequestUri}.");
        var response = await answer(request, cancellationToken).ConfigureAwait(false);
        response.RequestMessage = request;
        return response;
    }
}
