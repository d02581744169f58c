using System.Net;
using System.Text;

namespace Commerce.VendorContracts.Cdiscount;

/// <summary>Notes the calls, and answers those that a test needs a sensible answer to: the contract has no examples.</summary>
internal sealed class CdiscountEdge(Func<HttpRequestMessage, IReadOnlyList<string>>? unknown = null) : DelegatingHandler
{
    internal const string Token = """{"access_token":"invented-token","expires_in":7200}""";

    private readonly List<string> _calls = [];

    /// <summary>Gets the calls that were not answered here.</summary>
    internal IReadOnlyList<string> Calls => _calls;

    /// <summary>Gets the bodies of all calls that have one, tokens aside.</summary>
    internal List<string> Bodies { get; } = [];

    /// <summary>Gets the query parameters that the contract does not name.</summary>
    internal List<string> Unknown { get; } = [];

    /// <summary>Gets the answers by method and path below the API's address.</summary>
    internal Dictionary<string, (HttpStatusCode Status, string Body)> Answers { get; } = [];

    /// <summary>Gets or sets a value indicating whether there is nobody behind: what is not answered here is not found.</summary>
    internal bool IsAlone { get; set; }

    /// <summary>Gets or sets what names a new package.</summary>
    internal string? Location { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath.Replace("/seller/v2", "", StringComparison.Ordinal);
        if (path.EndsWith("/token", StringComparison.Ordinal))
        {
            return Make(request, HttpStatusCode.OK, Token);
        }

        if (request.Content is not null)
        {
            Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
        }

        var call = $"{request.Method} {path}";
        if (Answers.TryGetValue(call, out var answer))
        {
            return Make(request, answer.Status, answer.Body);
        }

        _calls.Add(call);
        Unknown.AddRange(unknown?.Invoke(request) ?? []);
        return IsAlone ? Make(request, HttpStatusCode.NotFound, "{}") : await base.SendAsync(request, cancellationToken);
    }

    private HttpResponseMessage Make(HttpRequestMessage request, HttpStatusCode status, string body)
    {
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (status == HttpStatusCode.Created && Location is { } location)
        {
            response.Content.Headers.ContentLocation = new Uri(location, UriKind.Relative);
        }

        return response;
    }
}
