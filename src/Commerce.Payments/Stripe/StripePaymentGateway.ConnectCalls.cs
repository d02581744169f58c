using System.Text.Json.Serialization.Metadata;
using Commerce.Http;

namespace Commerce.Payments.Stripe;

/// <summary>How operations on accounts and money judge what Stripe says.</summary>
internal sealed partial class StripePaymentGateway
{
    /// <summary>
    /// Turns an expected "no" that has no code of the payments' side into a refusal, names fields in our words, and lets the operation look why when
    /// Stripe gives no reason.
    /// </summary>
    private static async Task<Outcome<T>> JudgedAsync<T>(Task<Outcome<T>> call, Func<CommerceException, Task<Outcome<T>?>>? explain = null)
        where T : class
    {
        try
        {
            var outcome = await call.ConfigureAwait(false);
            return outcome.Refusal is { Field: { } field } refusal && StripeConnectErrors.FieldOf(field) is { } name
                ? Outcome.Refused<T>(refusal with { Field = name })
                : outcome;
        }
        catch (CommerceException failure) when (failure.HttpStatus is >= 400 and < 500)
        {
            if (StripeConnectErrors.RefusalOf(failure) is { } refusal)
            {
                return Outcome.Refused<T>(refusal);
            }

            if (explain is not null && failure is { HttpStatus: 400, VendorCode: StripeConnectErrors.NoCode }
                && await explain(failure).ConfigureAwait(false) is { } explained)
            {
                return explained;
            }

            throw;
        }
    }

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

    private static Paged<T> WithoutBody<T>(Paged<T> list) => new((token, cancellationToken) => WithoutBodyAsync(FirstAsync(list.PagesAsync(token, cancellationToken))));

    private static async Task<Page<T>> FirstAsync<T>(IAsyncEnumerable<Page<T>> pages)
    {
        await foreach (var page in pages.ConfigureAwait(false))
        {
            return page;
        }

        throw new InvalidOperationException("A list has at least one page.");
    }

    private async Task<T> GetAsync<TWire, T>(
        string path, VendorOperation operation, JsonTypeInfo<TWire> type, Func<TWire, T> map, ConnectedAccountId? seller, CancellationToken cancellationToken)
        where TWire : class
    {
        var answer = await channel.SendAsync(ActFor(new HttpRequestMessage(HttpMethod.Get, path), seller), operation, cancellationToken).ConfigureAwait(false);
        return Read(answer, type, (wire, _) => map(wire));
    }

    private static string Under(string collection, string? id, string rest = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return $"v1/{collection}/{Uri.EscapeDataString(id)}{rest}";
    }

    private static QueryAddress CreatedWithin(string path, int pageSize, DateTimeOffset? from, DateTimeOffset? before) => new QueryAddress(path)
        .Add("limit", pageSize)
        .Add("created[gte]", WholeSeconds(from))
        .Add("created[lt]", WholeSeconds(before));

    // Stripe counts whole seconds: what was created at or after 10.5 s was created at or after 11.
    private static long? WholeSeconds(DateTimeOffset? time) =>
        time is { } value ? (long)Math.Ceiling((value - DateTimeOffset.UnixEpoch).TotalSeconds) : null;

    // A link or a session is made anew at each call: only the repetitions of one call share a key.
    private static OperationKey FreshKey() => new(Guid.NewGuid().ToString());
}
