using System.Net;
using System.Net.Http.Headers;

namespace Commerce.Tests.Support;

/// <summary>Sits at the network's edge of a client: first records what the vendor answers, then plays it back, damaged where a test says so.</summary>
public sealed class VendorEdge : DelegatingHandler
{
    private readonly List<VendorAnswerBytes> _recorded = [];
    private int _next;
    private (int Index, VendorAnswerBytes Answer)? _damage;
    private bool _plays;

    /// <summary>Gets the answers of the recorded call, in order.</summary>
    public IReadOnlyList<VendorAnswerBytes> Recorded => _recorded;

    /// <summary>Starts recording anew.</summary>
    public void Record()
    {
        _recorded.Clear();
        _plays = false;
    }

    /// <summary>Plays the recording back, with one answer replaced.</summary>
    /// <param name="index">Which answer.</param>
    /// <param name="answer">What comes instead.</param>
    public void Play(int index, VendorAnswerBytes answer)
    {
        _plays = true;
        _next = 0;
        _damage = (index, answer);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_plays)
        {
            var index = Math.Min(_next++, _recorded.Count - 1);
            return Make(_damage is { } damage && damage.Index == index ? damage.Answer : _recorded[index], request);
        }

        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = new VendorAnswerBytes(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            body,
            [.. response.Headers.Select(header => KeyValuePair.Create(header.Key, string.Join(",", header.Value)))]);
        _recorded.Add(answer);
        return Make(answer, request);
    }

    private static HttpResponseMessage Make(VendorAnswerBytes answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new ByteArrayContent(answer.Body) };
        response.Content.Headers.ContentType = answer.MediaType is null ? null : MediaTypeHeaderValue.Parse(answer.MediaType);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
