using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Entities;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Owns products; keys are SKUs.</summary>
/// <param name="owners">What SKUs name, whoever has them.</param>
/// <param name="options">When a person must agree.</param>
public sealed partial class ProductAgent(IRepository<SkuOwner> owners, IOptions<CatalogOptions> options) :
    IHandle<CreateProduct, ProductState>, IHandle<UpdateProduct, ProductState>, IHandle<SubmitForApproval, ProductState>, IHandle<DecideProduct, ProductState>,
    IHandle<ActivateProduct, ProductState>, IHandle<DiscontinueProduct, ProductState>, IHandle<ArchiveProduct, ProductState>, IHandle<GetProduct, ProductState>,
    IHandle<AddMedia, ProductState>, IHandle<SetPrimaryImage, ProductState>, IHandle<ImportProduct, ProductState>, IHandle<PriceChanged, ProductState>
{
    private const int MaxNote = 500;
    private const string PricingAuthor = "pricing";

    /// <inheritdoc/>
    public async Task HandleAsync(CreateProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.AddRange(ProductRules.Check(message.Sku.Value, message.Content));

        refusals.RequireAuthor(message.Author);
        if (!refusals.Any && await RefuseTakenAsync(message.Sku, context).ConfigureAwait(false) is { } taken)
        {
            refusals.Add(taken);
        }

        if (!refusals.Any)
        {
            await CreateAsync(message.Sku, message.Content, [], message.Author, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(UpdateProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        if (Known(context, refusals) is not { } product)
        {
            context.Reply(Shown(context, refusals.List));
            return;
        }

        refusals.AddRange(ProductRules.Check(message.Sku.Value, message.Content));

        refusals.RequireAuthor(message.Author);
        var changed = With(product, message.Content);
        if (product.Status == ProductStatus.Archived)
        {
            RefuseArchived(refusals);
        }

        if (message.Version is { } version && version != product.Version)
        {
            refusals.Add(RefusalCode.Conflict, "Version", $"The product is at version {product.Version}, not {version}: read it again.");
        }

        if (context.State.Pending.Count > 0)
        {
            refusals.Add(RefusalCode.Conflict, "Status", "A request for this product waits for a person: have it decided first.");
        }

        if (!refusals.Any && product.Status == ProductStatus.Active)
        {
            refusals.AddRange(ProductRules.CheckForSale(changed));
        }

        if (!refusals.Any)
        {
            await UpdateAsync(product, changed, message.Author, context).ConfigureAwait(false);
        }

        context.Reply(Shown(context, refusals.List));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SubmitForApproval message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        if (Known(context, refusals) is { } product)
        {
            // One that was not agreed to is still handed in, and may be so again.
            var isAgain = product.Status == ProductStatus.PendingApproval && context.State.Pending.Count == 0;
            if (!isAgain && ProductTransitions.Table.Refuse(product.Status, ProductStatus.PendingApproval) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else
            {
                refusals.AddRange(ProductRules.CheckForSale(product));
            }

            if (context.State.Pending.Count > 0)
            {
                refusals.Add(RefusalCode.Conflict, "Status", "A request for this product waits for a person: have it decided first.");
            }

            if (!refusals.Any)
            {
                await SubmitAsync(product, null, isAgain, message.Author, context).ConfigureAwait(false);
            }
        }

        context.Reply(Shown(context, refusals.List));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(DecideProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Reviewer, "Reviewer");
        refusals.Require(message.Note is null or { Length: <= MaxNote }, "Note", $"The note has {message.Note?.Length} characters: give at most {MaxNote}.");
        if (Known(context, refusals) is not { } product)
        {
            context.Reply(refusals.Answer(context.Key));
            return;
        }

        var approval = context.State.Pending.FirstOrDefault(request => message.ApprovalId is null || request.Id == message.ApprovalId);
        if (approval is null)
        {
            refusals.Add(RefusalCode.NotFound, "ApprovalId", "No such request waits: read the product for those that do.");
        }
        else if (message.IsApproved && (approval.Proposed is null || product.Status == ProductStatus.Active))
        {
            refusals.AddRange(ProductRules.CheckForSale(approval.Proposed is { } proposed ? With(product, proposed) : product));
        }

        if (!refusals.Any)
        {
            await DecideAsync(product, approval!, message, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ActivateProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        if (Known(context, refusals) is { } product)
        {
            // A draft passes through PendingApproval when nobody must agree.
            var isDraft = product.Status == ProductStatus.Draft;
            if (!isDraft && ProductTransitions.Table.Refuse(product.Status, ProductStatus.Active) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else
            {
                refusals.AddRange(ProductRules.CheckForSale(product));
            }

            if (product.Status == ProductStatus.PendingApproval)
            {
                refusals.Add(RefusalCode.PolicyViolation, "Status", "A person has not agreed to the product: have it decided, or change it and hand it in again.");
            }

            if (isDraft && !refusals.Any && await NeedAsync(product, null, context).ConfigureAwait(false) is { Kind: not null } need)
            {
                refusals.Add(RefusalCode.PolicyViolation, "Status", $"A person must agree first, hand it in: {need.Reason}");
            }

            if (!refusals.Any)
            {
                await ActivateAsync(product, message.Author, context).ConfigureAwait(false);
            }
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(DiscontinueProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        if (await MoveAsync(ProductStatus.Discontinued, message.Author, context).ConfigureAwait(false) is { } product)
        {
            context.Publish(new ProductDiscontinued(product.Id, product.Sku, ["Status"]));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ArchiveProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        if (await MoveAsync(ProductStatus.Archived, message.Author, context).ConfigureAwait(false) is { } product)
        {
            context.Publish(new ProductUpdated(product.Id, product.Sku, ["Status"]));
        }
    }

    /// <inheritdoc/>
    public Task HandleAsync(GetProduct message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        Known(context, refusals);
        context.Reply(Shown(context, refusals.List));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PriceChanged message, AgentContext<ProductState> context, CancellationToken cancellationToken) =>
        context.State.Product is { Status: not ProductStatus.Archived } product && product.Content.Price != message.New
            ? ShowAsync(product, With(product, product.Content with { Price = message.New }), PricingAuthor, context)
            : Task.CompletedTask;
}
