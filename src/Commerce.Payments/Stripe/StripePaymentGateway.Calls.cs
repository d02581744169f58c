using System.Text.Json.Serialization.Metadata;
using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>How every operation reads, writes and lists.</summary>
internal sealed partial class StripePaymentGateway
{
    /// <summary>The most that Stripe gives at once.</summary>
    private const int PageSize = 100;

    /// <summary>Reads one object; <see langword="null"/> when Stripe itself says that it does not know it.</summary>
    private async Task<T?> FindAsync<TWire, T>(
        string path,
        VendorOperation operation,
        JsonTypeInfo<TWire> type,
        Func<TWire, string?, T> map,
        ConnectedAccountId? seller,
        CancellationToken cancellationToken)
        where TWire : class
        where T : class
    {
        var answer = await channel.SendAsync(ActFor(new HttpRequestMessage(HttpMethod.Get, path), seller), operation, cancellationToken).ConfigureAwait(false);
        return StripeErrors.SaysMissing(answer) ? null : Read(answer, type, map);
    }

    /// <summary>Asks for a change, and judges what Stripe says to it.</summary>
    private async Task<Outcome<T>> PostAsync<TWire, T>(
        string path,
        VendorOperation operation,
        OperationKey key,
        StripeForm form,
        JsonTypeInfo<TWire> type,
        Func<TWire, string?, T> map,
        string? amountField,
        ConnectedAccountId? seller,
        CancellationToken cancellationToken,
        Func<VendorAnswer, Task<Outcome<T>?>>? explain = null)
        where TWire : class
        where T : class
    {
        var answer = await PostForAnswerAsync(path, operation, key, form, seller, cancellationToken).ConfigureAwait(false);
        return await JudgeAsync(answer, type, map, amountField, explain).ConfigureAwait(false);
    }

    /// <summary>Asks for a change, for an operation that judges the answer itself.</summary>
    private Task<VendorAnswer> PostForAnswerAsync(
        string path, VendorOperation operation, OperationKey key, StripeForm form, ConnectedAccountId? seller, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form.ToContent() };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key.Value);
        return channel.SendAsync(ActFor(request, seller), operation, cancellationToken);
    }

    /// <summary>
    /// Reads the answer to a change. An expected "no" is a refusal; the amount field is Stripe's name of the amount, if there is one. Where Stripe does
    /// not tell why, or only that the state forbids it, the operation may look once at what the change was for.
    /// </summary>
    private static async Task<Outcome<T>> JudgeAsync<TWire, T>(
        VendorAnswer answer, JsonTypeInfo<TWire> type, Func<TWire, string?, T> map, string? amountField, Func<VendorAnswer, Task<Outcome<T>?>>? explain)
        where TWire : class
        where T : class
    {
        if (answer.IsSuccess)
        {
            return Outcome.Of(Read(answer, type, map));
        }

        var refusal = StripeErrors.RefusalOf(answer, amountField);
        var isUnexplained = refusal is null ? StripeErrors.TellsNoReason(answer) : refusal.Code == RefusalCode.InvalidTransition;
        if (isUnexplained && explain is not null && await explain(answer).ConfigureAwait(false) is { } explained)
        {
            return explained;
        }

        return refusal is null ? throw answer.Failure() : Outcome.Refused<T>(refusal);
    }

    /// <summary>Lists newest first; the address has every filter but the cursor. The token is the key of the last object that was read.</summary>
    private Paged<T> List<TWire, T>(
        Func<QueryAddress> address,
        VendorOperation operation,
        JsonTypeInfo<StripeList<TWire>> type,
        Func<TWire, string?> idOf,
        Func<TWire, string?, T> map,
        ConnectedAccountId? seller)
        where TWire : class => new(async (token, cancellationToken) =>
    {
        var path = address().Add("starting_after", token?.Value).ToString();
        var answer = await channel.SendAsync(ActFor(new HttpRequestMessage(HttpMethod.Get, path), seller), operation, cancellationToken).ConfigureAwait(false);
        return Read(answer, type, (list, requestId) => new Page<T>(
            [.. StripeMapping.Needed(list.Data, "data").Select(item => map(item, requestId))],
            list is { HasMore: true, Data: [.., var last] } ? new ContinuationToken(StripeMapping.Needed(idOf(last), "id")) : null));
    });

    /// <summary>Searches; the address has everything but the page. The token is Stripe's mark of the next page.</summary>
    private Paged<T> Search<TWire, T>(
        Func<QueryAddress> address,
        VendorOperation operation,
        JsonTypeInfo<StripeSearchResult<TWire>> type,
        Func<TWire, string?, T> map,
        ConnectedAccountId? seller)
        where TWire : class => new(async (token, cancellationToken) =>
    {
        var path = address().Add("page", token?.Value).ToString();
        var answer = await channel.SendAsync(ActFor(new HttpRequestMessage(HttpMethod.Get, path), seller), operation, cancellationToken).ConfigureAwait(false);
        return Read(answer, type, (result, requestId) => new Page<T>(
            [.. StripeMapping.Needed(result.Data, "data").Select(item => map(item, requestId))],
            result.HasMore ? new ContinuationToken(StripeMapping.Needed(result.NextPage, "next_page")) : null));
    });

    /// <summary>Starts the address of a list: its page, and the time within which what it lists was created.</summary>
    private static QueryAddress CreatedWithin(string path, int pageSize, DateTimeOffset? from, DateTimeOffset? before) => new QueryAddress(path)
        .Add("limit", pageSize)
        .Add("created[gte]", Seconds(from))
        .Add("created[lt]", Seconds(before));

    /// <summary>Writes a bound of a time range in whole seconds: a created time is never between two of them.</summary>
    private static long? Seconds(DateTimeOffset? time) =>
        time is { } value ? (long)Math.Ceiling((value - DateTimeOffset.UnixEpoch).TotalSeconds) : null;

    private static T Read<TWire, T>(VendorAnswer answer, JsonTypeInfo<TWire> type, Func<TWire, string?, T> map)
        where TWire : class => answer.IsSuccess
        ? answer.Map(answer.ReadJson(type), wire => map(wire, answer.RequestId))
        : throw answer.Failure();

    private static HttpRequestMessage ActFor(HttpRequestMessage request, ConnectedAccountId? seller)
    {
        if (seller is { } account)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Account", account.Value);
        }

        return request;
    }
}
