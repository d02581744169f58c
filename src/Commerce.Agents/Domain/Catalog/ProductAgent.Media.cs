namespace Commerce.Agents.Domain.Catalog;

/// <content>Pictures and other media.</content>
public sealed partial class ProductAgent
{
    /// <inheritdoc/>
    public async Task HandleAsync(AddMedia message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        refusals.Require(Enum.IsDefined(message.Kind), "Kind", $"The kind is {message.Kind}: give Image, Video, Spin360, Pdf or Document.");
        refusals.Require(ProductRules.IsAddress(message.Address), "Address", "The address is not absolute with http or https: give where the medium can be fetched.");
        refusals.Require(
            message.Sizes is not { } sizes || (message.Kind == ProductMediaKind.Image && AreAddresses(sizes)),
            "Sizes",
            "Only pictures have sizes, with absolute http or https addresses: leave the others out.");
        var id = context.NewId();
        if (Known(context, refusals) is { } product)
        {
            refusals.Require(product.Media.Count < ProductRules.MaxMedia, "Kind", $"The product has {product.Media.Count} media: {ProductRules.MaxMedia} is the most.");
            if (product.Status == ProductStatus.Archived)
            {
                RefuseArchived(refusals);
            }

            if (!refusals.Any)
            {
                await ShowAsync(
                    product,
                    product with
                    {
                        Media = [.. product.Media, new ProductMedia(id, message.Kind, message.Address, message.Sizes)],
                        PrimaryImage = product.PrimaryImage ?? (message.Kind == ProductMediaKind.Image ? id : null),
                    },
                    message.Author,
                    context).ConfigureAwait(false);
            }
        }

        context.Reply(refusals.Answer(id.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SetPrimaryImage message, AgentContext<ProductState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAuthor(message.Author);
        if (Known(context, refusals) is { } product)
        {
            refusals.Require(
                product.Media.Any(medium => medium.Id == message.MediaId && medium.Kind == ProductMediaKind.Image), "MediaId", "The product has no such picture: add it first.");
            if (product.Status == ProductStatus.Archived)
            {
                RefuseArchived(refusals);
            }

            if (!refusals.Any && product.PrimaryImage != message.MediaId)
            {
                await ShowAsync(product, product with { PrimaryImage = message.MediaId }, message.Author, context).ConfigureAwait(false);
            }
        }

        context.Reply(refusals.Answer(message.MediaId.ToString()));
    }

    private static async Task ShowAsync(Product product, Product changed, string author, AgentContext<ProductState> context)
    {
        var fields = await KeepAsync(product, changed, author, context).ConfigureAwait(false);
        context.Publish(new ProductUpdated(product.Id, product.Sku, fields));
    }

    /// <summary>Gives a product other pictures, in their order; one that it has already stays the same one, and what is no picture stays.</summary>
    private static Product Pictured(Product product, IReadOnlyList<Uri> images, AgentContext context)
    {
        if (images.Count == 0)
        {
            return product;
        }

        var known = product.Media.Where(static medium => medium.Kind == ProductMediaKind.Image).DistinctBy(static medium => medium.Address)
            .ToDictionary(static medium => medium.Address);
        ProductMedia[] pictures =
        [
            .. images.Distinct().Select(image => known.TryGetValue(image, out var medium) ? medium : new ProductMedia(context.NewId(), ProductMediaKind.Image, image)),
        ];
        return product with { Media = [.. pictures, .. Others(product)], PrimaryImage = pictures[0].Id };
    }

    private static IEnumerable<ProductMedia> Others(Product product) => product.Media.Where(static medium => medium.Kind != ProductMediaKind.Image);

    private static bool AreAddresses(ImageSizes sizes) =>
        new[] { sizes.Thumbnail, sizes.Medium, sizes.Large, sizes.Zoom }.All(static size => size is null || ProductRules.IsAddress(size));
}
