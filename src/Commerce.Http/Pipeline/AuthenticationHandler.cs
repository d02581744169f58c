using System.Net;

namespace Commerce.Http.Pipeline;

/// <summary>Signs requests; when a token is refused, gets a new one and sends once more.</summary>
internal sealed class AuthenticationHandler(VendorAccount account) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CallState.Of(request).Operation.IsAnonymous || account.Authenticator is not { } authenticator)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var renewable = await SignAsync(authenticator, request, forceRefresh: false, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!renewable || response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        // A 401 is an answer from the door: nothing was done, so any request may be sent again.
        response.Dispose();
        await SignAsync(authenticator, request, forceRefresh: true, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<bool> SignAsync(
        IRequestAuthenticator authenticator, HttpRequestMessage request, bool forceRefresh, CancellationToken cancellationToken)
    {
        try
        {
            return await authenticator.SignAsync(request, forceRefresh, cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (exception.IsOutcomeUnknown)
        {
            // Whatever became of the token request: what the caller asked for was not sent.
            throw new CommerceException(exception.Kind, exception.Message, exception)
            {
                Vendor = exception.Vendor,
                Operation = exception.Operation,
                VendorCode = exception.VendorCode,
                VendorMessage = exception.VendorMessage,
                Field = exception.Field,
                HttpStatus = exception.HttpStatus,
                RequestId = exception.RequestId,
                RetryAfter = exception.RetryAfter,
                RawBody = exception.RawBody,
                WasNeverSent = true,
            };
        }
    }
}
