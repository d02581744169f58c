using System.Net;
using System.Net.Http.Headers;

namespace Commerce.VendorContracts.Dpd;

/// <summary>Answers every request with an example, but logins with a token.</summary>
/// <param name="status">The status that comes with the example.</param>
internal sealed class DpdExampleEdge(HttpStatusCode status) : DelegatingHandler
{
    internal byte[] Body { get; set; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/login", StringComparison.Ordinal))
        {
            return Task.FromResult(DpdLoginEdge.Login(request));
        }

        var isToken = path.Contains("LoginService", StringComparison.Ordinal);
        var body = isToken ? DpdSoapEdge.AnswerTo("getAuth") : Body;
        var response = new HttpResponseMessage(isToken ? HttpStatusCode.OK : status) { RequestMessage = request, Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.Length > 0 && body[0] == (byte)'<' ? "text/xml; charset=utf-8" : "application/json");
        return Task.FromResult(response);
    }
}
