namespace Commerce.Marketplaces.Ebay;

/// <summary>
/// Gathers the outcomes of items that are sent one by one or in parts. A technical failure is the outcome of its items as long as another item has
/// one of its own; when none has, it is the failure of the whole batch.
/// </summary>
internal sealed class EbayBatch<TKey>
    where TKey : struct
{
    private readonly List<ItemOutcome<TKey>> _outcomes = [];
    private CommerceException? _failure;
    private bool _hasAnswer;

    internal async Task AddAsync(TKey key, Func<Task<Refusal?>> send)
    {
        try
        {
            Add(key, await send().ConfigureAwait(false));
        }
        catch (CommerceException exception)
        {
            Fail([key], exception);
        }
    }

    internal void Add(TKey key, Refusal? refusal)
    {
        _hasAnswer = true;
        _outcomes.Add(new ItemOutcome<TKey>(key, refusal));
    }

    internal void Fail(IEnumerable<TKey> keys, CommerceException failure)
    {
        _failure = failure;
        _outcomes.AddRange(keys.Select(key => new ItemOutcome<TKey>(
            key, new Refusal(RefusalCode.ExternalUnavailable, failure.Message) { VendorCode = failure.VendorCode, RequestId = failure.RequestId })));
    }

    internal IReadOnlyList<ItemOutcome<TKey>> Outcomes() => _failure is not null && !_hasAnswer ? throw _failure : _outcomes;
}
