using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Commerce.VendorContracts.Mirakl;

/// <summary>
/// Sits before the mock: notes the calls, answers those that a test needs another answer to than the contract's example, and takes the JSON out
/// of a multipart message beside its files, because Prism takes every part for text.
/// </summary>
internal sealed class MiraklEdge : DelegatingHandler
{
    private readonly List<string> _calls = [];

    internal IReadOnlyList<string> Calls => _calls;

    internal Dictionary<string, string> Answers { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        _calls.Add(call);
        if (Answers.TryGetValue(call, out var answer))
        {
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(answer, Encoding.UTF8, "application/json"),
            };
        }

        if (MiraklMessageContract.Parts.FirstOrDefault(part => request.Method == HttpMethod.Post && call.EndsWith(part.Ending, StringComparison.Ordinal)) is { } found)
        {
            request.Content = JsonPart(await request.Content!.ReadAsStringAsync(cancellationToken), request.Content.Headers.ContentType!, found.Name);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private static ByteArrayContent JsonPart(string body, MediaTypeHeaderValue type, string name)
    {
        Assert.Equal("multipart/form-data", type.MediaType);
        var boundary = type.Parameters.Single(parameter => parameter.Name == "boundary").Value;
        var parts = body.Split($"--{boundary}") is ["", .. var all, "--\r\n"] ? all : throw new InvalidDataException("The body is no complete multipart.");
        var part = parts.Single(candidate => candidate.Contains($"name=\"{name}\"", StringComparison.Ordinal));
        Assert.All(parts.Where(other => other != part), other => Assert.StartsWith("\r\nContent-Disposition: form-data; name=\"files\"; filename=", other, StringComparison.Ordinal));
        var (head, content) = part.Split("\r\n\r\n", 2) is [var first, var second] ? (first, second) : throw new InvalidDataException("The part has no body.");
        Assert.Equal($"\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: application/json", head);
        Assert.EndsWith("\r\n", content, StringComparison.Ordinal);
        var json = new ByteArrayContent(Encoding.UTF8.GetBytes(content[..^2]));
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return json;
    }
}
