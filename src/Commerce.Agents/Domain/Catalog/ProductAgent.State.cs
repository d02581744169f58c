using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <content>How products change, with their versions, change logs and requests.</content>
public sealed partial class ProductAgent
{
    internal static string MerchantOf(AgentContext context) => context.Message.Tenant?.ToString() ?? "";

    private static void RefuseArchived(Refusals refusals) =>
        refusals.Add(RefusalCode.InvalidTransition, "Status", "The product is archived: create another one.");

    /// <summary>Finds the product, unless it is another merchant's.</summary>
    private static Product? Known(AgentContext<ProductState> context, Refusals refusals)
    {
        if (context.State.Product is { } product && (context.Message.Tenant is null || product.Merchant == MerchantOf(context)))
        {
            return product;
        }

        refusals.Add(RefusalCode.NotFound, "Sku", "There is no such product: create it first.");
        return null;
    }

    private static ProductAnswer Shown(AgentContext<ProductState> context, IReadOnlyList<Refusal> refusals) =>
        Known(context, new Refusals()) is { } product ? new ProductAnswer(product, context.State.Pending, refusals) : new ProductAnswer(null, [], refusals);

    private static Product With(Product product, ProductContent content) => product with { Content = content, Gtin14 = Gtin.Normalize(content.Gtin) };

    /// <summary>Changes the product where it is decided and where it is listed, and writes the version and its changes down.</summary>
    private static async Task<IReadOnlyList<string>> KeepAsync(Product? before, Product product, string author, AgentContext<ProductState> context)
    {
        var now = context.Clock.GetUtcNow();
        product = product with { Version = (before?.Version ?? 0) + 1, ChangedAt = now };
        var changes = ProductFields.Compare(before, product);
        context.State = context.State with { Product = product };
        await context.Repository<Product>().PutAsync(product).ConfigureAwait(false);
        await context.Repository<ProductVersion>().CreateAsync(new ProductVersion
        {
            Id = ProductVersion.IdOf(product.Sku, product.Version),
            Sku = product.Sku,
            Number = product.Version,
            Snapshot = product,
            Author = author,
            At = now,
        }).ConfigureAwait(false);
        await context.Repository<ProductChange>().CreateManyAsync(
        [
            .. changes.Select(change => new ProductChange
            {
                Id = context.NewId(),
                Sku = product.Sku,
                Version = product.Version,
                Field = change.Field,
                Before = change.Before,
                After = change.After,
                Author = author,
                At = now,
            }),
        ]).ConfigureAwait(false);
        return [.. changes.Select(static change => change.Field)];
    }

    private static async Task<Product> ActivateAsync(Product product, string author, AgentContext<ProductState> context)
    {
        var active = product with { Status = ProductStatus.Active, ActivatedAt = product.ActivatedAt ?? context.Clock.GetUtcNow() };
        await KeepAsync(product, active, author, context).ConfigureAwait(false);
        context.Publish(new ProductActivated(product.Id, product.Sku, ["Status"]));
        return active;
    }

    /// <summary>Goes a step that needs nothing but to be listed, and answers.</summary>
    private static async Task<Product?> MoveAsync(ProductStatus to, string author, AgentContext<ProductState> context)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(author);
        if (Known(context, refusals) is { } known && ProductTransitions.Table.Refuse(known.Status, to) is { } refusal)
        {
            refusals.Add(refusal);
        }

        if (context.State.Pending.Count > 0 && to == ProductStatus.Archived)
        {
            refusals.Add(RefusalCode.Conflict, "Status", "A request for this product waits for a person: have it decided first.");
        }

        context.Reply(refusals.Answer(context.Key));
        if (refusals.Any)
        {
            return null;
        }

        var product = context.State.Product!;
        await KeepAsync(product, product with { Status = to }, author, context).ConfigureAwait(false);
        return product;
    }

    private static async Task RequestAsync(
        Product product, ProductApprovalKind kind, string reason, ProductContent? proposed, string author, AgentContext<ProductState> context, IReadOnlyList<Uri>? images = null)
    {
        var approval = new ProductApproval
        {
            Id = context.NewId(),
            Sku = product.Sku,
            Kind = kind,
            Reason = reason,
            Proposed = proposed,
            Images = images ?? [],
            Author = author,
            RequestedAt = context.Clock.GetUtcNow(),
        };
        context.State = context.State with { Pending = [.. context.State.Pending, approval] };
        await context.Repository<ProductApproval>().CreateAsync(approval).ConfigureAwait(false);
        context.Publish(new ProductApprovalRequested(product.Id, product.Sku, approval.Id, kind));
    }

    private static Task NoteAsync(ApprovalNeed need, AgentContext<ProductState> context) => context.KeepDecisionAsync(
        "product approval", context.Key, need.Kind is { } kind ? $"needed: {kind}" : "not needed", need.Reason, parts: need.Parts);

    private static async Task DecideAsync(Product product, ProductApproval approval, DecideProduct message, AgentContext<ProductState> context)
    {
        await context.Repository<ProductApproval>().UpdateAsync(approval with
        {
            Status = message.IsApproved ? ProductApprovalStatus.Approved : ProductApprovalStatus.Rejected,
            Reviewer = message.Reviewer,
            Note = message.Note,
            DecidedAt = context.Clock.GetUtcNow(),
        }).ConfigureAwait(false);
        context.State = context.State with { Pending = [.. context.State.Pending.Where(request => request.Id != approval.Id)] };
        context.Publish(new ProductApprovalDecided(product.Id, product.Sku, approval.Id, approval.Kind, message.IsApproved));
        if (!message.IsApproved)
        {
            return;
        }

        if (approval.Proposed is not { } proposed)
        {
            await ActivateAsync(product, message.Reviewer, context).ConfigureAwait(false);
        }
        else if (Pictured(With(product, proposed), approval.Images, context) is var changed && (proposed != product.Content || !changed.Media.SequenceEqual(product.Media)))
        {
            await ShowAsync(product, changed, message.Reviewer, context).ConfigureAwait(false);
        }
    }

    private async Task<Refusal?> RefuseTakenAsync(Sku sku, AgentContext<ProductState> context)
    {
        if (context.State.Product is not null)
        {
            return new Refusal(RefusalCode.Duplicate, $"The SKU {sku} names a product already: update it, or choose another SKU.") { Field = "Sku" };
        }

        return await owners.FindAsync(SkuOwner.IdOf(sku)).ConfigureAwait(false) is null
            ? null
            : new Refusal(RefusalCode.Duplicate, $"The SKU {sku} names a variant already: choose another SKU.") { Field = "Sku" };
    }

    private static async Task<Product> CreateAsync(
        Sku sku, ProductContent content, IReadOnlyList<Uri> images, string author, AgentContext<ProductState> context)
    {
        ProductMedia[] media = [.. images.Select(image => new ProductMedia(context.NewId(), ProductMediaKind.Image, image))];
        var product = With(
            new Product
            {
                Id = Product.IdOf(sku),
                Sku = sku,
                Merchant = MerchantOf(context),
                Status = ProductStatus.Draft,
                Content = content,
                Media = media,
                PrimaryImage = media.Length > 0 ? media[0].Id : null,
            },
            content);
        await context.Repository<SkuOwner>().CreateAsync(new SkuOwner { Id = SkuOwner.IdOf(sku), Sku = sku }).ConfigureAwait(false);
        var fields = await KeepAsync(null, product, author, context).ConfigureAwait(false);
        context.Publish(new ProductCreated(product.Id, sku, fields));
        return context.State.Product!;
    }

    /// <summary>Changes the product, or asks a person when it was on sale and the change is a large one.</summary>
    private async Task UpdateAsync(Product product, Product changed, string author, AgentContext<ProductState> context)
    {
        if (product.Content == changed.Content)
        {
            return;
        }

        if (product.Status is ProductStatus.Active or ProductStatus.Discontinued)
        {
            var need = ApprovalRules.ForChange(product.Content, changed.Content, options.Value);
            await NoteAsync(need, context).ConfigureAwait(false);
            if (need.Kind is { } kind)
            {
                await RequestAsync(product, kind, need.Reason, changed.Content, author, context).ConfigureAwait(false);
                return;
            }
        }

        await ShowAsync(product, changed, author, context).ConfigureAwait(false);
    }

    /// <summary>Hands a complete product in; it is on sale at once when nobody must agree.</summary>
    private async Task<ApprovalNeed> SubmitAsync(Product product, Sku? gtinOwner, bool isAgain, string author, AgentContext<ProductState> context)
    {
        var need = await NeedAsync(product, gtinOwner, context).ConfigureAwait(false);
        await NoteAsync(need, context).ConfigureAwait(false);
        if (need.Kind is not { } kind)
        {
            await ActivateAsync(product, author, context).ConfigureAwait(false);
            return need;
        }

        if (!isAgain)
        {
            await KeepAsync(product, product with { Status = ProductStatus.PendingApproval }, author, context).ConfigureAwait(false);
        }

        await RequestAsync(product, kind, need.Reason, null, author, context).ConfigureAwait(false);
        return need;
    }

    private async Task<ApprovalNeed> NeedAsync(Product product, Sku? gtinOwner, AgentContext<ProductState> context)
    {
        var products = context.Repository<Product>();
        var merchant = product.Merchant;
        if (gtinOwner is null && product.Gtin14 is { } gtin)
        {
            var page = await products.ListAsync(new EntityQuery<Product>
            {
                Where = other => other.Gtin14 == gtin && other.Merchant == merchant, OrderBy = static other => other.Id, Limit = 2,
            }).ConfigureAwait(false);
            var owner = page.Items.FirstOrDefault(other => other.Sku != product.Sku);
            gtinOwner = owner?.Sku;
        }

        var activated = await products.CountAsync(other => other.Merchant == merchant && other.ActivatedAt != null).ConfigureAwait(false);
        return ApprovalRules.ForNew(activated, gtinOwner, options.Value);
    }
}
