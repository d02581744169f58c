using System.Net;
using System.Text;

namespace Commerce.VendorContracts.Ebay;

/// <summary>Sits behind the check of the contract: notes the calls, and puts answers that make sense in the place of those that the mock makes up.</summary>
internal sealed class EbayEdge : DelegatingHandler
{
    private readonly List<string> _calls = [];

    internal IReadOnlyList<string> Calls => _calls;

    internal Dictionary<string, string> Answers { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        var answer = await base.SendAsync(request, cancellationToken);
        if (call.EndsWith("/token", StringComparison.Ordinal))
        {
            return answer;
        }

        _calls.Add(call);
        return !Answers.TryGetValue(call, out var body) ? answer : new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }
}
