using System.Text.Json.Serialization.Metadata;
using Commerce.Http;

namespace Commerce.Payments.Stripe;

/// <summary>What operations on accounts and money share.</summary>
internal sealed partial class StripePaymentGateway
{
    /// <summary>Keeps the answer out of a failure: it holds personal data, or opens the seller's account, or says again what was sent.</summary>
    private static async Task<T> WithoutBodyAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (CommerceException failure) when (failure.RawBody is not null)
        {
            throw new CommerceException(failure.Kind, failure.Message, failure.InnerException)
            {
                Vendor = failure.Vendor,
                Operation = failure.Operation,
                VendorCode = failure.VendorCode,
                Field = failure.Field,
                RetryAfter = failure.RetryAfter,
                HttpStatus = failure.HttpStatus,
                RequestId = failure.RequestId,
            };
        }
    }

    private static Paged<T> WithoutBody<T>(Paged<T> list) => new((token, cancellationToken) => WithoutBodyAsync(list.PagesAsync(token, cancellationToken).FirstAsync(cancellationToken).AsTask()));

    private async Task<T> GetAsync<TWire, T>(
        string path, VendorOperation operation, JsonTypeInfo<TWire> type, Func<TWire, string?, T> map, ConnectedAccountId? seller, CancellationToken cancellationToken)
        where TWire : class
    {
        var answer = await channel.SendAsync(ActFor(new HttpRequestMessage(HttpMethod.Get, path), seller), operation, cancellationToken).ConfigureAwait(false);
        return Read(answer, type, map);
    }

    private static string Under(string collection, string? id, string rest = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return $"v1/{collection}/{Uri.EscapeDataString(id)}{rest}";
    }

    // A link or a session is made anew at each call: only the repetitions of one call share a key.
    private static OperationKey FreshKey() => new(Guid.NewGuid().ToString());
}
