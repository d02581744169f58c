using System.Net;
using System.Text.Json.Nodes;

namespace Commerce.VendorContracts.Dpd;

/// <summary>Answers logins with a token in the header, and keeps what else is sent.</summary>
/// <param name="slice">The contract.</param>
internal sealed class DpdLoginEdge(OpenApiSlice slice) : DelegatingHandler
{
    internal List<JsonNode> Bodies { get; } = [];

    internal List<string> UnknownQuery { get; } = [];

    internal static HttpResponseMessage Login(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request };
        response.Headers.Add("X-DPD-TOKEN", "invented");
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (address.AbsolutePath.EndsWith("/login", StringComparison.Ordinal))
        {
            return Login(request);
        }

        UnknownQuery.AddRange(slice.UnknownQuery("post", address.AbsolutePath, address.Query.TrimStart('?')));
        Bodies.Add(JsonNode.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken))!);
        return await base.SendAsync(request, cancellationToken);
    }
}
