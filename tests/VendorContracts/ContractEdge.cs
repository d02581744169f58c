using System.Net;
using System.Text;

namespace Commerce.VendorContracts;

/// <summary>Sits before a mock: takes the part of the address away that the contract does not name, answers token requests, and notes every request that breaks the contract.</summary>
internal sealed class ContractEdge(string prefix = "", string? token = null) : DelegatingHandler
{
    private readonly List<string> _violations = [];

    internal IReadOnlyList<string> Violations => _violations;

    internal int Calls { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        if (token is not null && path.EndsWith("/token", StringComparison.Ordinal))
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(token, Encoding.UTF8, "application/json"), RequestMessage = request };
        }

        if (prefix.Length > 0 && path.StartsWith(prefix, StringComparison.Ordinal))
        {
            request.RequestUri = new Uri(request.RequestUri, path[prefix.Length..]);
        }

        Calls++;
        var response = await base.SendAsync(request, cancellationToken);
        var told = response.Headers.TryGetValues("sl-violations", out var values) ? string.Join(' ', values) : "";

        // What the mock's own examples break is the contract's business; what our request breaks is ours.
        if (told.Contains("\"location\":[\"request\"", StringComparison.Ordinal)
            || (told.Length == 0 && response.Content.Headers.ContentType?.MediaType == "application/problem+json"))
        {
            _violations.Add($"{request.Method} {request.RequestUri.AbsolutePath}: {told} {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }

        return response;
    }
}
