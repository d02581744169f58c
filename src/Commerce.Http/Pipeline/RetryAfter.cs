namespace Commerce.Http.Pipeline;

internal static class RetryAfter
{
    /// <summary>Reads the header as seconds or as a date.</summary>
    /// <returns>How long to wait from now on; never negative; <see langword="null"/> when the header is missing.</returns>
    internal static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
