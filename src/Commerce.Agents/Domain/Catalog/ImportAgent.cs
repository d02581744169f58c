using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Takes imports of products row by row; keys are the ids of imports.</summary>
/// <param name="options">How many rows an import may have.</param>
public sealed class ImportAgent(IOptions<CatalogOptions> options) :
    IHandle<ImportProducts, ProductImport>, IHandle<ProductRowImported, ProductImport>, IHandle<GetImport, ProductImport>
{
    /// <inheritdoc/>
    public Task HandleAsync(ImportProducts message, AgentContext<ProductImport> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        refusals.Require(
            message.Rows.Count >= 1 && message.Rows.Count <= options.Value.MaxImportRows, "Rows", $"The import has {message.Rows.Count} rows: give 1 to {options.Value.MaxImportRows}.");
        if (context.State.Total > 0)
        {
            refusals.Add(RefusalCode.Duplicate, "ImportId", "The import was taken before: ask what became of it, or give another id.");
        }

        context.Reply(refusals.Answer(context.Key));
        if (refusals.Any)
        {
            return Task.CompletedTask;
        }

        var rejected = new List<ImportedRow>();
        var gtins = new Dictionary<string, Sku>(StringComparer.Ordinal);
        for (var i = 0; i < message.Rows.Count; i++)
        {
            var row = message.Rows[i];
            var mistakes = Check(row);
            if (mistakes.Count > 0)
            {
                rejected.Add(new ImportedRow(i + 1, row.Sku ?? "", ImportOutcome.Rejected, mistakes[0].Message) { Refusals = mistakes });
                continue;
            }

            var sku = new Sku(row.Sku);
            context.Send(new ImportProduct(message.ImportId, i + 1, sku, row.Content, row.Images, message.Author, GtinOwner(row.Content.Gtin, sku, gtins)));
        }

        context.State = new ProductImport { Merchant = ProductAgent.MerchantOf(context), Total = message.Rows.Count, Rows = rejected };
        Finish(message.ImportId, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ProductRowImported message, AgentContext<ProductImport> context, CancellationToken cancellationToken)
    {
        var rows = context.State.Rows;
        if (!rows.Any(row => row.Row == message.Row.Row))
        {
            context.State = context.State with { Rows = [.. rows.Append(message.Row).OrderBy(static row => row.Row)] };
            Finish(message.ImportId, context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(GetImport message, AgentContext<ProductImport> context, CancellationToken cancellationToken)
    {
        context.Reply(context.State.Total > 0 && (context.Message.Tenant is null || context.State.Merchant == ProductAgent.MerchantOf(context))
            ? new ImportAnswer(context.State, [])
            : new ImportAnswer(null, [new Refusal(RefusalCode.NotFound, "There is no such import: check its id.") { Field = "ImportId" }]));
        return Task.CompletedTask;
    }

    private static IReadOnlyList<Refusal> Check(ImportRow row)
    {
        var mistakes = ProductRules.Check(row.Sku, row.Content);
        return row.Images.Count <= ProductRules.MaxMedia && row.Images.All(ProductRules.IsAddress)
            ? mistakes
            : [.. mistakes, Refusals.Invalid("Images", $"The row has {row.Images.Count} pictures: give at most {ProductRules.MaxMedia}, with absolute http or https addresses.")];
    }

    /// <summary>Finds the product of an earlier row with the same GTIN: it may not be written yet when this one is looked at.</summary>
    private static Sku? GtinOwner(string? gtin, Sku sku, Dictionary<string, Sku> seen) =>
        Gtin.Normalize(gtin) is not { } normal || seen.TryAdd(normal, sku) || seen[normal] == sku ? null : seen[normal];

    private static void Finish(Guid id, AgentContext<ProductImport> context)
    {
        var import = context.State;
        if (import.IsComplete)
        {
            context.Publish(new ProductsImported(id, context.Message.Tenant, import.Total, import.Approved, import.Pending, import.Rejected));
        }
    }
}
