using System.Net;
using System.Net.Http.Headers;

namespace Commerce.VendorContracts.Examples;

/// <summary>Answers every request with an example, but token requests with a token.</summary>
/// <param name="mediaType">The media type of the example.</param>
/// <param name="token">The body of a token answer, for vendors that need one.</param>
internal sealed class ExampleEdge(string mediaType, string? token = null) : DelegatingHandler
{
    /// <summary>Gets or sets the answer to a request.</summary>
    internal Func<HttpRequestMessage, byte[]> Answer { get; set; } = _ => [];

    /// <summary>Gets or sets the status that comes with it.</summary>
    internal HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isToken = token is not null && request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal);
        var response = new HttpResponseMessage(isToken ? HttpStatusCode.OK : Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(isToken ? System.Text.Encoding.UTF8.GetBytes(token!) : Answer(request)),
        };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(isToken ? "application/json" : mediaType);
        return Task.FromResult(response);
    }
}
