namespace Commerce.Agents.Domain.Catalog;

/// <content>Rows of imports.</content>
public sealed partial class ProductAgent
{
    /// <inheritdoc/>
    public async Task HandleAsync(ImportProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var row = context.State.Product is { } known
            ? await ReviewAsync(message, known, context).ConfigureAwait(false)
            : await AddAsync(message, context).ConfigureAwait(false);
        context.Publish(new ProductRowImported(message.ImportId, row));
    }

    private static ImportedRow Row(ImportProduct message, ImportOutcome outcome, string reason) => new(message.Row, message.Sku.Value, outcome, reason);

    private static ImportedRow Refused(ImportProduct message, Refusal refusal) => Row(message, ImportOutcome.Rejected, refusal.Message) with { Refusals = [refusal] };

    /// <summary>Hands a row whose SKU exists to a person: it may be a change, or a mistake.</summary>
    private static async Task<ImportedRow> ReviewAsync(ImportProduct message, Product known, AgentContext<ProductState> context)
    {
        if (known.Status == ProductStatus.Archived || known.Merchant != MerchantOf(context))
        {
            return Refused(message, new Refusal(RefusalCode.Duplicate, $"The SKU {message.Sku} is used up: choose another one.") { Field = "Sku" });
        }

        var others = message.Images.Count == 0 ? 0 : Others(known).Count();
        if (message.Images.Count + others > ProductRules.MaxMedia)
        {
            return Refused(message, Refusals.Invalid(
                "Images", $"The row has {message.Images.Count} pictures and the product {others} other media: {ProductRules.MaxMedia} together is the most."));
        }

        const string reason = "The SKU exists: a person decides whether the row replaces what is told of the product.";
        await NoteAsync(new ApprovalNeed(ProductApprovalKind.MajorUpdate, reason, [new("products with the same SKU", 1)]), context).ConfigureAwait(false);
        await RequestAsync(known, ProductApprovalKind.MajorUpdate, reason, message.Content, message.Author, context, message.Images).ConfigureAwait(false);
        return Row(message, ImportOutcome.Pending, reason);
    }

    private async Task<ImportedRow> AddAsync(ImportProduct message, AgentContext<ProductState> context)
    {
        if (await RefuseTakenAsync(message.Sku, context).ConfigureAwait(false) is { } taken)
        {
            return Refused(message, taken);
        }

        var product = await CreateAsync(message.Sku, message.Content, message.Images, message.Author, context).ConfigureAwait(false);
        var missing = ProductRules.CheckForSale(product);
        if (missing.Count > 0)
        {
            return Row(message, ImportOutcome.Pending, "It is a draft that lacks something to be on sale.") with { Refusals = missing };
        }

        var need = await SubmitAsync(product, message.GtinOwner, isAgain: false, message.Author, context).ConfigureAwait(false);
        return Row(message, need.Kind is null ? ImportOutcome.Approved : ImportOutcome.Pending, need.Reason);
    }
}
