using System.Globalization;
using System.Net.Http.Headers;
using Commerce.Http;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Corrects the limit by Refurbed's headers. Source: README of the merchant API; Remaining and Reset count, Limit is worded as "already made".</summary>
internal static class RefurbedRates
{
    private static readonly TimeSpan LongestBlock = TimeSpan.FromMinutes(5);

    internal static void Correct(HttpResponseHeaders headers, RateLimitState limit)
    {
        if (Number(headers, "X-RateLimit-Remaining") is not { } remaining || remaining is < 0 or > int.MaxValue)
        {
            return;
        }

        limit.Correct(remaining: (int)remaining, blockedFor: remaining == 0 ? UntilReset(headers) : null);
    }

    /// <summary>Measures by the vendor's own clock, which the Date header tells.</summary>
    private static TimeSpan? UntilReset(HttpResponseHeaders headers)
    {
        if (headers.Date is not { } now || Number(headers, "X-RateLimit-Reset") is not { } reset)
        {
            return null;
        }

        var seconds = Math.Clamp(reset - now.ToUnixTimeSeconds(), 0, (long)LongestBlock.TotalSeconds);
        return seconds == 0 ? null : TimeSpan.FromSeconds(seconds);
    }

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
