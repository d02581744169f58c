using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Pricing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Adds the catalogue context.</summary>
public static class CatalogAgentsBuilderExtensions
{
    /// <summary>The name of the product agent; keys are SKUs.</summary>
    public const string ProductAgentName = "products";

    /// <summary>The name of the import agent; keys are the ids of imports.</summary>
    public const string ImportAgentName = "product-imports";

    /// <summary>The name of the variant agent; keys are the SKUs of products.</summary>
    public const string VariantAgentName = "variants";

    /// <summary>
    /// Adds the agents that own products and variants, and the catalogue that orders and marketplaces look products up in
    /// (<see cref="IProductCatalog"/>, unless another one is registered): see <see cref="CachedProductCatalog"/> for how fresh it is.
    /// </summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddCatalog(this AgentsBuilder agents, Action<CatalogOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.AddOptions<CatalogOptions, CatalogOptionsValidator>(configure);
        agents.Services.TryAddSingleton(TimeProvider.System);
        agents.Services.TryAddSingleton<CachedProductCatalog>();
        agents.Services.TryAddSingleton<IProductCatalog>(static services => services.GetRequiredService<CachedProductCatalog>());
        agents.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CatalogRefreshService>());
        return agents
            .AddDecisions()
            .AddProducts()
            .AddVariants()
            .AddAgent<CatalogCacheAgent, CatalogNote>("catalog-cache", static agent => agent
                .Handles<ProductActivated>(static message => message.Sku.Value)
                .Handles<ProductUpdated>(static message => message.Sku.Value)
                .Handles<ProductDiscontinued>(static message => message.Sku.Value)
                .Handles<VariantChanged>(static message => message.Sku.Value));
    }

    private static AgentsBuilder AddProducts(this AgentsBuilder agents) => agents
        .AddEntity<Product>(static entity => entity
            .Index(static product => product.Merchant, static product => product.ActivatedAt)
            .Index(static product => product.Gtin14)
            .Index(static product => product.Status)
            .Index(static product => product.ChangedAt))
        .AddEntity<ProductVersion>(static entity => entity.Index(static version => version.Sku))
        .AddEntity<ProductChange>(static entity => entity.Index(static change => change.Sku))
        .AddEntity<ProductApproval>(static entity => entity.Index(static approval => approval.Status).Index(static approval => approval.Sku))
        .AddEntity<SkuOwner>()
        .AddAgent<ProductAgent, ProductState>(ProductAgentName, static agent => agent
            .Handles<CreateProduct>(static message => message.Sku.Value)
            .Handles<UpdateProduct>(static message => message.Sku.Value)
            .Handles<SubmitForApproval>(static message => message.Sku.Value)
            .Handles<DecideProduct>(static message => message.Sku.Value)
            .Handles<ActivateProduct>(static message => message.Sku.Value)
            .Handles<DiscontinueProduct>(static message => message.Sku.Value)
            .Handles<ArchiveProduct>(static message => message.Sku.Value)
            .Handles<GetProduct>(static message => message.Sku.Value)
            .Handles<AddMedia>(static message => message.Sku.Value)
            .Handles<SetPrimaryImage>(static message => message.Sku.Value)
            .Handles<ImportProduct>(static message => message.Sku.Value)
            .Handles<PriceChanged>(static message => message.Sku.Value))
        .AddAgent<ImportAgent, ProductImport>(ImportAgentName, static agent => agent
            .Handles<ImportProducts>(static message => message.ImportId.ToString())
            .Handles<ProductRowImported>(static message => message.ImportId.ToString())
            .Handles<GetImport>(static message => message.ImportId.ToString()))
        .Commands<CreateProduct>().Commands<UpdateProduct>().Commands<SubmitForApproval>().Commands<DecideProduct>().Commands<ActivateProduct>()
        .Commands<DiscontinueProduct>().Commands<ArchiveProduct>().Commands<GetProduct>().Commands<AddMedia>().Commands<SetPrimaryImage>()
        .Commands<ImportProducts>().Commands<ImportProduct>().Commands<GetImport>();

    private static AgentsBuilder AddVariants(this AgentsBuilder agents) => agents
        .AddEntity<Variant>(static entity => entity.Index(static variant => variant.ChangedAt))
        .AddEntity<OpenOrderLine>(static entity => entity.Index(static line => line.Sku))
        .AddAgent<VariantAgent, VariantFamily>(VariantAgentName, static agent => agent
            .Handles<DefineAttribute>(static message => message.Parent.Value)
            .Handles<CreateVariant>(static message => message.Parent.Value)
            .Handles<GenerateVariants>(static message => message.Parent.Value)
            .Handles<SetMaster>(static message => message.Parent.Value)
            .Handles<SetVariantPrice>(static message => message.Parent.Value)
            .Handles<DeactivateVariant>(static message => message.Parent.Value)
            .Handles<GetVariants>(static message => message.Parent.Value))
        .AddAgent<OrderedVariantsAgent, OrderedVariants>("ordered-variants", static agent => agent
            .Handles<OrderPlaced>(static message => message.OrderId.ToString())
            .Handles<OrderImported>(static message => message.OrderId.ToString())
            .Handles<OrderModified>(static message => message.OrderId.ToString())
            .Handles<OrderDelivered>(static message => message.OrderId.ToString())
            .Handles<OrderCancelled>(static message => message.OrderId.ToString()))
        .Commands<DefineAttribute>().Commands<CreateVariant>().Commands<GenerateVariants>().Commands<SetMaster>().Commands<SetVariantPrice>()
        .Commands<DeactivateVariant>().Commands<GetVariants>();
}
