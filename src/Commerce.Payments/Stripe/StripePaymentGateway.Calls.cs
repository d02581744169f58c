using System.Text.Json.Serialization.Metadata;
using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>How every operation reads, writes and lists.</summary>
internal sealed partial class StripePaymentGateway
{
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

    /// <summary>Asks for a change. An expected "no" is a refusal; the amount field is Stripe's name of the amount, if there is one.</summary>
    private async Task<Outcome<T>> PostAsync<TWire, T>(
        string path,
        VendorOperation operation,
        OperationKey key,
        StripeForm form,
        JsonTypeInfo<TWire> type,
        Func<TWire, string?, T> map,
        string? amountField,
        ConnectedAccountId? seller,
        CancellationToken cancellationToken)
        where TWire : class
        where T : class
    {
        var answer = await PostForAnswerAsync(path, operation, key, form, seller, cancellationToken).ConfigureAwait(false);
        return !answer.IsSuccess && StripeErrors.RefusalOf(answer, amountField) is { } refusal
            ? Outcome.Refused<T>(refusal)
            : Outcome.Of(Read(answer, type, map));
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
    /// Asks for a change that Stripe refuses in a way that does not tell why: then what the change is for is looked at, and that says it.
    /// </summary>
    private async Task<Outcome<T>> PostExplainedAsync<TWire, T>(
        string path,
        VendorOperation operation,
        OperationKey key,
        StripeForm form,
        JsonTypeInfo<TWire> type,
        Func<TWire, string?, T> map,
        string? amountField,
        ConnectedAccountId? seller,
        Func<VendorAnswer, Refusal?, Task<Outcome<T>?>> explain,
        CancellationToken cancellationToken)
        where TWire : class
        where T : class
    {
        var answer = await PostForAnswerAsync(path, operation, key, form, seller, cancellationToken).ConfigureAwait(false);
        var refusal = answer.IsSuccess ? null : StripeErrors.RefusalOf(answer, amountField);
        if (refusal?.Code == RefusalCode.InvalidTransition || (refusal is null && StripeErrors.TellsNoReason(answer)))
        {
            return await explain(answer, refusal).ConfigureAwait(false)
                ?? (refusal is null ? throw answer.Failure() : Outcome.Refused<T>(refusal));
        }

        return refusal is null ? Outcome.Of(Read(answer, type, map)) : Outcome.Refused<T>(refusal);
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
            [.. Needed(list.Data).Select(item => map(item, requestId))],
            list is { HasMore: true, Data: [.., var last] } ? new ContinuationToken(Needed(idOf(last))) : null));
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
            [.. Needed(result.Data).Select(item => map(item, requestId))],
            result.HasMore ? new ContinuationToken(Needed(result.NextPage)) : null));
    });

    /// <summary>Writes a bound of a time range in whole seconds: a created time is never between two of them.</summary>
    private static long? Seconds(DateTimeOffset? time) =>
        time is { } value ? (long)Math.Ceiling((value - DateTimeOffset.UnixEpoch).TotalSeconds) : null;

    private static T Read<TWire, T>(VendorAnswer answer, JsonTypeInfo<TWire> type, Func<TWire, string?, T> map)
        where TWire : class => answer.IsSuccess
        ? answer.Map(answer.ReadJson(type), wire => map(wire, answer.RequestId))
        : throw answer.Failure();

    private static T Needed<T>(T? value)
        where T : class => value ?? throw new FormatException("The list lacks its entries or their keys.");

    private static HttpRequestMessage ActFor(HttpRequestMessage request, ConnectedAccountId? seller)
    {
        if (seller is { } account)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Account", account.Value);
        }

        return request;
    }
}
