namespace Commerce.Tests.Support.Crashes;

/// <summary>The network of a process that may die before a call is sent, or with the answer.</summary>
public sealed class MortalEdge(Killer killer) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = request.Method == HttpMethod.Get ? "a question" : "an order of ours";
        return await killer.AroundAsync(name, async () => await base.SendAsync(request, cancellationToken));
    }
}
