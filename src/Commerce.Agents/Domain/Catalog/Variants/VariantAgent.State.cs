namespace Commerce.Agents.Domain.Catalog;

/// <content>How variants are made, found and changed.</content>
public sealed partial class VariantAgent
{
    /// <summary>Finds the product, unless it is another merchant's or put away.</summary>
    private static async Task<Product?> ParentAsync(Sku parent, AgentContext<VariantFamily> context, Refusals refusals, bool isRead = false)
    {
        var product = await context.Repository<Product>().FindAsync(Product.IdOf(parent)).ConfigureAwait(false);
        if (product is null)
        {
            refusals.Add(RefusalCode.NotFound, "Parent", "There is no such product: create it first.");
        }
        else if (product.Value.Status == ProductStatus.Archived && !isRead)
        {
            refusals.Add(RefusalCode.InvalidTransition, "Parent", "The product is archived: its variants stay as they are.");
        }

        return product?.Value;
    }

    private static Variant? Find(Sku sku, AgentContext<VariantFamily> context, Refusals refusals)
    {
        var variant = context.State.Variants.FirstOrDefault(variant => variant.Sku == sku);
        if (variant is null)
        {
            refusals.Add(RefusalCode.NotFound, "Sku", "The product has no such variant: create it first.");
        }

        return variant;
    }

    private static void RequireAttributes(AgentContext<VariantFamily> context, Refusals refusals) =>
        refusals.Require(context.State.Attributes.Count > 0, "Parent", "The product has no attributes: define in what its variants differ first.");

    private static void CheckValues(
        IReadOnlyDictionary<string, IReadOnlyList<string>> values, IReadOnlyList<VariantAttribute> attributes, Refusals refusals)
    {
        refusals.Require(
            values.Count == attributes.Count && attributes.All(attribute => values.TryGetValue(attribute.Name, out var given) && given.Count > 0),
            "Values",
            $"Give at least one value for each of {string.Join(", ", attributes.Select(static attribute => attribute.Name))}.");
        foreach (var attribute in attributes)
        {
            if (values.TryGetValue(attribute.Name, out var given)
                && (given.Any(value => !VariantRules.IsValue(attribute.Type, value)) || given.Distinct(StringComparer.OrdinalIgnoreCase).Count() < given.Count))
            {
                refusals.Add(RefusalCode.Validation, $"Values.{attribute.Name}", $"A value is no {attribute.Type}, or is given twice: give each once.");
            }
        }
    }

    private static async Task ChangeAsync(Product product, Variant variant, string author, IReadOnlyList<string> changes, AgentContext<VariantFamily> context)
    {
        variant = variant with { Version = variant.Version + 1, ChangedAt = context.Clock.GetUtcNow(), Author = author };
        var isNew = variant.Version == 1;
        context.State = context.State with
        {
            Variants = isNew
                ? [.. context.State.Variants, variant]
                : [.. context.State.Variants.Select(other => other.Sku == variant.Sku ? variant : other)],
        };
        await context.Repository<Variant>().PutAsync(variant).ConfigureAwait(false);
        context.Publish(new VariantChanged(product.Id, variant.Id, variant.Parent, variant.Sku, changes));
    }

    private static async Task<IReadOnlyList<Variant>> MakeAsync(
        Product product, List<VariantDraft> drafts, string author, AgentContext<VariantFamily> context)
    {
        foreach (var draft in drafts)
        {
            var sku = new Sku(draft.Sku);
            await context.Repository<SkuOwner>().CreateAsync(new SkuOwner { Id = SkuOwner.IdOf(sku), Sku = sku, Parent = product.Sku }).ConfigureAwait(false);
            var variant = new Variant
            {
                Id = Variant.IdOf(sku),
                Parent = product.Sku,
                Sku = sku,
                Options = draft.Options,
                IsMaster = context.State.Variants.Count == 0,
                Author = author,
            };
            await ChangeAsync(product, variant, author, ["Sku", .. draft.Options.Keys], context).ConfigureAwait(false);
        }

        return [.. context.State.Variants.TakeLast(drafts.Count)];
    }

    private void RequireRoom(AgentContext<VariantFamily> context, int more, Refusals refusals) => refusals.Require(
        context.State.Variants.Count + more <= options.Value.MaxVariants,
        "Parent",
        $"The product would have {context.State.Variants.Count + more} variants: {options.Value.MaxVariants} is the most.");

    private async Task RequireFreeAsync(string sku, AgentContext<VariantFamily> context, Refusals refusals)
    {
        if (!ProductRules.IsSku(sku))
        {
            refusals.Add(RefusalCode.Validation, "Sku", $"The SKU has {sku?.Length ?? 0} characters: give 2 to 64 of A-Z, 0-9, - _ and dot.");
        }
        else if (context.State.Variants.Any(variant => variant.Sku.Value == sku)
            || await owners.FindAsync(SkuOwner.IdOf(new Sku(sku))).ConfigureAwait(false) is not null)
        {
            refusals.Add(RefusalCode.Duplicate, "Sku", $"The SKU {sku} names something already: choose another one.");
        }
    }
}
