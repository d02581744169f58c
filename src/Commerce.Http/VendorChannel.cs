using Commerce.Http.Pipeline;

namespace Commerce.Http;

/// <summary>The way to a vendor: sends one request of one operation through the account's pipeline.</summary>
public sealed class VendorChannel
{
    private readonly HttpClient _http;
    private readonly VendorAccount _account;

    internal VendorChannel(HttpClient http, VendorAccount account)
    {
        _http = http;
        _account = account;
    }

    /// <summary>Gets the account's name.</summary>
    public string Account => _account.Name;

    /// <summary>Gets the clock that everything timed goes by.</summary>
    public TimeProvider Clock => _account.Clock;

    /// <summary>Sends a request and reads the answer.</summary>
    /// <param name="request">The request; its content must be readable twice (bytes, not a stream). Disposed by this call.</param>
    /// <param name="operation">What it is.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answer, good or bad: look at <see cref="VendorAnswer.IsSuccess"/>.</returns>
    /// <exception cref="CommerceException">No answer arrived, or a limit or the circuit let nothing through.</exception>
    public async Task<VendorAnswer> SendAsync(
        HttpRequestMessage request, VendorOperation operation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(operation);
        cancellationToken.ThrowIfCancellationRequested();
        using (request)
        {
            CallState.Set(request, operation);
            foreach (var (name, value) in _account.Profile.Headers)
            {
                // What the request says itself outranks what the account says.
                if (!request.Headers.Contains(name))
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }
            }

            // The pipeline has read the body when this returns; asking for headers only spares a second look at it.
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return new VendorAnswer(response, await BodyAsync(response, operation, cancellationToken).ConfigureAwait(false), operation, _account);
        }
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, VendorOperation operation, CancellationToken cancellationToken) =>
        operation.IsStreamed ? [] : await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
}
