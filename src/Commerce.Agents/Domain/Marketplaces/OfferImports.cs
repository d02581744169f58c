using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What pushes of quantities, prices and listings have in common: the marketplaces' names of products, and what became of imports.</summary>
internal static class OfferImports
{
    /// <summary>How long changes are gathered before they are sent.</summary>
    internal static readonly TimeSpan GatherTime = TimeSpan.FromSeconds(5);

    /// <summary>The time between two looks at an import.</summary>
    internal static readonly TimeSpan PollInterval = TimeSpan.FromMinutes(1);

    private const int MaxItems = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Names products as the marketplace does: by every SKU that is mapped to it, or by its own; no more of them than an import takes.</summary>
    internal static async Task<IReadOnlyList<(Sku External, Sku Sku)>> NameAsync(this AgentContext context, string account, IEnumerable<Sku> products)
    {
        var mappings = await context.Repository<SkuMapping>().AllAsync(mapping => mapping.Account == account && !mapping.IsProductNumber).ConfigureAwait(false);
        var words = mappings.ToLookup(static mapping => mapping.Sku, static mapping => new Sku(mapping.ExternalSku));
        var named = new List<(Sku External, Sku Sku)>();
        foreach (var sku in products)
        {
            var names = words[sku].DefaultIfEmpty(sku).ToList();
            if (named.Count + names.Count > MaxItems)
            {
                break;
            }

            named.AddRange(names.Select(name => (name, sku)));
        }

        return [.. named.DistinctBy(static name => name.External)];
    }

    /// <summary>Looks at an import. One that the marketplace has forgotten, or works on for more than a day, has failed.</summary>
    /// <returns>The import; still running when nobody could tell.</returns>
    internal static async Task<OfferBatch> LookAsync(
        this IMarketplaceClient client, OfferBatch batch, DateTimeOffset? since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            batch = await client.GetBatchAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (exception.Kind is CommerceErrorKind.NotFound or CommerceErrorKind.Invalid)
        {
            return Failed(batch, "the marketplace has forgotten the import");
        }
        catch (CommerceException)
        {
            // It is asked again, for a day at most.
        }

        return batch.State == OfferBatchState.Running && now - since > Patience ? Failed(batch, "the marketplace has not answered for a day") : batch;
    }

    /// <summary>Tells what became of each product: taken when every one of its offers was.</summary>
    internal static IEnumerable<(Sku Sku, string? Refusal)> ByProduct(this OfferBatch batch, IEnumerable<(Sku External, Sku Sku)> sent)
    {
        var answers = batch.Items.ToLookup(static outcome => outcome.Key.Sku, static outcome => outcome.Refusal?.Message);
        foreach (var product in sent.GroupBy(static item => item.Sku, static item => item.External))
        {
            var names = product.ToList();
            var refusals = names.Select(name => (
                Name: name, Why: answers[name].DefaultIfEmpty("the marketplace did not answer").FirstOrDefault(static text => text is not null)))
                .Where(static answer => answer.Why is not null)
                .Select(answer => names.Count == 1 ? answer.Why : $"{answer.Name}: {answer.Why}")
                .ToList();
            yield return (product.Key, refusals.Count == 0 ? null : string.Join("; ", refusals));
        }
    }

    private static OfferBatch Failed(OfferBatch batch, string why) => batch with
    {
        State = OfferBatchState.Failed,
        Items = [.. batch.Keys.Select(key => new ItemOutcome<OfferKey>(key, new Refusal(RefusalCode.ExternalRejected, why)))],
    };
}
