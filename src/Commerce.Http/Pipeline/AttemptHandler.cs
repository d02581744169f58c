namespace Commerce.Http.Pipeline;

/// <summary>Ends one attempt when its time is up, and reads the body as a part of the attempt: a body that breaks off is a failed attempt.</summary>
internal sealed class AttemptHandler(VendorAccount account) : DelegatingHandler
{
    private const long MaxBodyBytes = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = CallState.Of(request).Operation;
        var budget = account.Profile.Options.AttemptTimeout;
        using var deadline = new CancellationTokenSource(budget, account.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            if (!operation.IsStreamed)
            {
                await response.Content.LoadIntoBufferAsync(MaxBodyBytes, linked.Token).ConfigureAwait(false);
            }

            return response;
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw account.Failure(
                CommerceErrorKind.Unavailable, operation, $"no answer within {budget.TotalSeconds:0.###} s; what was asked may have happened.", exception);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response?.Dispose();
            throw account.Failure(
                CommerceErrorKind.Protocol, operation, $"the answer is larger than {MaxBodyBytes} bytes; it was not read.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            response?.Dispose();
            var neverSent = exception is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
            };
            throw account.Failure(
                CommerceErrorKind.Unavailable,
                operation,
                neverSent ? "no connection could be made; nothing was sent." : "the connection broke; what was asked may have happened.",
                exception,
                neverSent);
        }
    }
}
