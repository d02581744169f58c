using Commerce.Agents.Entities;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Owns the variants of products; keys are the products' SKUs.</summary>
/// <param name="owners">What SKUs name, whoever has them.</param>
/// <param name="lines">Which orders wait for what, whoever has them.</param>
/// <param name="options">How many variants a product may have.</param>
public sealed partial class VariantAgent(IRepository<SkuOwner> owners, IRepository<OpenOrderLine> lines, IOptions<CatalogOptions> options) :
    IHandle<DefineAttribute, VariantFamily>, IHandle<CreateVariant, VariantFamily>, IHandle<GenerateVariants, VariantFamily>, IHandle<SetMaster, VariantFamily>,
    IHandle<SetVariantPrice, VariantFamily>, IHandle<DeactivateVariant, VariantFamily>, IHandle<GetVariants, VariantFamily>
{
    /// <inheritdoc/>
    public async Task HandleAsync(DefineAttribute message, AgentContext<VariantFamily> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        await ParentAsync(message.Parent, context, refusals).ConfigureAwait(false);
        var others = context.State.Attributes.Where(attribute => attribute.Name != message.Attribute.Name).ToList();
        refusals.RequireText(message.Attribute.Name, VariantRules.MaxName, "Name");
        refusals.Require(Enum.IsDefined(message.Attribute.Type), "Type", $"The type is {message.Attribute.Type}: give Text, Color, Size or Number.");
        refusals.Require(others.Count < VariantRules.MaxAttributes, "Name", $"The product has {others.Count} attributes: {VariantRules.MaxAttributes} is the most.");
        if (context.State.Variants.Count > 0)
        {
            refusals.Add(RefusalCode.PolicyViolation, "Parent", "The product has variants: what they differ in is fixed.");
        }

        if (!refusals.Any)
        {
            context.State = context.State with { Attributes = [.. others, message.Attribute] };
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CreateVariant message, AgentContext<VariantFamily> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        var product = await ParentAsync(message.Parent, context, refusals).ConfigureAwait(false);
        RequireAttributes(context, refusals);
        VariantRules.Check(context.State.Attributes, message.Options, refusals);
        RequireRoom(context, 1, refusals);
        if (context.State.Variants.Any(variant => VariantRules.IsSame(variant.Options, message.Options)))
        {
            refusals.Add(RefusalCode.Duplicate, "Options", "The product has a variant with these values: use it, or give others.");
        }

        await RequireFreeAsync(message.Sku.Value, context, refusals).ConfigureAwait(false);
        IReadOnlyList<Variant> made = refusals.Any
            ? []
            : await MakeAsync(product!, [new VariantDraft(message.Sku.Value, message.Options)], message.Author, context).ConfigureAwait(false);
        context.Reply(new VariantsAnswer(message.Parent, made, 0, refusals.List));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GenerateVariants message, AgentContext<VariantFamily> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        var product = await ParentAsync(message.Parent, context, refusals).ConfigureAwait(false);
        RequireAttributes(context, refusals);
        CheckValues(message.Values, context.State.Attributes, refusals);
        if (!refusals.Any)
        {
            refusals.Require(
                VariantRules.Count(context.State.Attributes, message.Values, options.Value.MaxVariants) <= options.Value.MaxVariants,
                "Values",
                $"The values make more than {options.Value.MaxVariants} combinations: give fewer.");
        }

        if (refusals.Any)
        {
            context.Reply(new VariantsAnswer(message.Parent, [], 0, refusals.List));
            return;
        }

        var all = VariantRules.Combine(message.Parent, context.State.Attributes, message.Values).ToList();
        var fresh = all.Where(draft => !context.State.Variants.Any(variant => VariantRules.IsSame(variant.Options, draft.Options))).ToList();
        RequireRoom(context, fresh.Count, refusals);
        foreach (var (sku, count) in fresh.CountBy(static draft => draft.Sku))
        {
            refusals.Require(count == 1, "Values", $"Two combinations would be {sku}: give values that differ in letters or digits, or create them one by one.");
            await RequireFreeAsync(sku, context, refusals).ConfigureAwait(false);
        }

        IReadOnlyList<Variant> made = refusals.Any ? [] : await MakeAsync(product!, fresh, message.Author, context).ConfigureAwait(false);
        context.Reply(new VariantsAnswer(message.Parent, made, all.Count - fresh.Count, refusals.List));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SetMaster message, AgentContext<VariantFamily> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        var product = await ParentAsync(message.Parent, context, refusals).ConfigureAwait(false);
        var variant = Find(message.Sku, context, refusals);
        if (variant is { IsActive: false })
        {
            refusals.Add(RefusalCode.PolicyViolation, "Sku", $"The variant {message.Sku} is not sold: choose one that is.");
        }

        if (!refusals.Any && !variant!.IsMaster)
        {
            var before = context.State.Variants.First(static other => other.IsMaster);
            await ChangeAsync(product!, before with { IsMaster = false }, message.Author, ["IsMaster"], context).ConfigureAwait(false);
            await ChangeAsync(product!, variant with { IsMaster = true }, message.Author, ["IsMaster"], context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Sku.Value));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SetVariantPrice message, AgentContext<VariantFamily> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        var product = await ParentAsync(message.Parent, context, refusals).ConfigureAwait(false);
        var variant = Find(message.Sku, context, refusals);
        if (message.Price is { } price && product is not null)
        {
            var currency = product.Content.Price.Currency;
            refusals.Require(price.Price.Amount > 0 && price.Price.Currency == currency, "Price", $"The price is {price.Price}: give more than 0 in {currency}, the product's currency.");
            refusals.Require(
                price.CompareAt is not { } compareAt || (compareAt.Currency == price.Price.Currency && compareAt.Amount > price.Price.Amount),
                "CompareAt",
                $"The price to compare is {price.CompareAt}: give more than {price.Price}.");
            refusals.Require(!(price.Until <= price.From), "Until", "The price would end before it begins: give a later end.");
        }

        if (!refusals.Any && variant!.Price != message.Price)
        {
            await ChangeAsync(product!, variant with { Price = message.Price }, message.Author, ["Price"], context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Sku.Value));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(DeactivateVariant message, AgentContext<VariantFamily> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        var product = await ParentAsync(message.Parent, context, refusals).ConfigureAwait(false);
        var variant = Find(message.Sku, context, refusals);
        if (variant is { IsMaster: true } && context.State.Variants.Any(other => other.IsActive && other.Sku != message.Sku))
        {
            refusals.Add(RefusalCode.PolicyViolation, "Sku", $"The variant {message.Sku} stands for the product: set another master first.");
        }

        var sku = message.Sku;
        if (!refusals.Any && variant!.IsActive)
        {
            var open = await lines.CountAsync(line => line.Sku == sku).ConfigureAwait(false);
            if (open > 0)
            {
                refusals.Add(RefusalCode.PolicyViolation, "Sku", $"{open} orders wait for the variant {sku}: take it from sale when they have arrived or are cancelled.");
            }
            else
            {
                await ChangeAsync(product!, variant with { IsActive = false }, message.Author, ["IsActive"], context).ConfigureAwait(false);
            }
        }

        context.Reply(refusals.Answer(message.Sku.Value));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GetVariants message, AgentContext<VariantFamily> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        await ParentAsync(message.Parent, context, refusals, isRead: true).ConfigureAwait(false);
        context.Reply(new VariantsAnswer(message.Parent, refusals.Any ? [] : context.State.Variants, 0, refusals.List));
    }
}
