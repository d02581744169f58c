using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Tells the pipeline what Back Market's gate leaves unsaid: how long a throttled account is blocked, and under which number the gate knows the request.</summary>
/// <remarks>Source: Back Market seller API, rate limits: who exceeds them is blocked for 10 seconds. Five more at random, so that accounts do not come back together.</remarks>
internal sealed class BackMarketGateHandler : DelegatingHandler
{
    private const int BlockedSeconds = 10;
    private const int SpreadSeconds = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.RetryAfter is null)
        {
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(BlockedSeconds + RandomNumberGenerator.GetInt32(SpreadSeconds + 1)));
        }

        if (!response.IsSuccessStatusCode && !response.Headers.Contains("X-Request-Id") && response.Headers.TryGetValues("CF-RAY", out var ray))
        {
            response.Headers.TryAddWithoutValidation("X-Request-Id", ray);
        }

        return response;
    }
}
