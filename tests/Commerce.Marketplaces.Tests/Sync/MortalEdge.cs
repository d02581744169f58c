namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>The network of a process that may die before a call is sent, or with the answer.</summary>
internal sealed class MortalEdge(Killer killer) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = request.Method == HttpMethod.Get ? "a question" : "an order of ours";
        killer.Step($"before {name}");
        var response = await base.SendAsync(request, cancellationToken);
        killer.Step($"after {name}");
        return response;
    }
}
