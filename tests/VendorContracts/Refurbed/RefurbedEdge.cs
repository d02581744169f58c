using System.Net;
using System.Text;

namespace Commerce.VendorContracts.Refurbed;

/// <summary>Notes the calls, and answers those that a test needs a sensible answer to: the contract has no examples.</summary>
internal sealed class RefurbedEdge : DelegatingHandler
{
    private readonly List<string> _calls = [];

    /// <summary>Gets the calls that were not answered here, by service and method.</summary>
    internal IReadOnlyList<string> Calls => _calls;

    /// <summary>Gets the bodies of all calls.</summary>
    internal List<string> Bodies { get; } = [];

    /// <summary>Gets the answers by service and method.</summary>
    internal Dictionary<string, string> Answers { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = request.RequestUri!.AbsolutePath.Replace("/refb.merchant.v1.", "", StringComparison.Ordinal);
        Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        if (Answers.TryGetValue(call, out var answer))
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }

        _calls.Add(call);
        return await base.SendAsync(request, cancellationToken);
    }
}
