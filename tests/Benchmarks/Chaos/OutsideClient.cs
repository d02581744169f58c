namespace Commerce.Benchmarks.Chaos;

/// <summary>What the outside system gave for a payment.</summary>
internal sealed record PaymentDone(string Reference);

/// <summary>Calls the fake of the outside system.</summary>
internal sealed class OutsideClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };

    public void Dispose() => _http.Dispose();

    internal async Task<PaymentDone> PayAsync(string orderId, OperationKey key, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.PostAsync(new Uri($"pay/{orderId}?key={key}", UriKind.Relative), null, cancellationToken);
            return answer.IsSuccessStatusCode
                ? new PaymentDone(await answer.Content.ReadAsStringAsync(cancellationToken))
                : throw new CommerceException(CommerceErrorKind.Unavailable, $"The outside answered {(int)answer.StatusCode}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CommerceException(CommerceErrorKind.Unavailable, "The outside gave no answer.", exception);
        }
    }
}
