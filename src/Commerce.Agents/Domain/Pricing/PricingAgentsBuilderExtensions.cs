using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Adds the pricing context.</summary>
public static class PricingAgentsBuilderExtensions
{
    /// <summary>The name of the promotion agent; keys are codes in capitals.</summary>
    public const string PromotionAgentName = "promotions";

    /// <summary>The name of the agent that knows the promotions of each order; keys are order ids.</summary>
    public const string OrderPromotionsAgentName = "order-promotions";

    /// <summary>The name of the price agent; keys are SKUs.</summary>
    public const string PriceAgentName = "prices";

    /// <summary>Adds the agent that sets prices (<see cref="SetPrice"/>) and tells the catalogue and the marketplaces of changes. Needs an <see cref="IProductCatalog"/>.</summary>
    /// <param name="agents">The agents.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddPrices(this AgentsBuilder agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return agents
            .AddAgent<PriceAgent, ShopPrice>(PriceAgentName, static agent => agent.Handles<SetPrice>(static message => message.Sku.Value))
            .Commands<SetPrice>();
    }

    /// <summary>
    /// Adds the agents that own promotions and use them for confirmed orders. Whoever prices carts finds the promotions by
    /// <see cref="IPromotionBook"/>, applies them by <see cref="PromotionRules.Apply"/>, and tells the result by <see cref="RecordPromotions"/>.
    /// </summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the bounds and defaults.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddPromotions(this AgentsBuilder agents, Action<PromotionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.AddOptions<PromotionOptions, PromotionOptionsValidator>(configure);
        agents.Services.TryAddSingleton<IPromotionCodeGenerator, SecurePromotionCodeGenerator>();
        agents.Services.TryAddSingleton<IPromotionBook, PromotionBook>();
        return agents
            .AddEntity<Promotion>(static entity => entity
                .Index(static promotion => promotion.Code)
                .Index(static promotion => promotion.Status, static promotion => promotion.IsAutomatic))
            .AddEntity<Redemption>(static entity => entity
                .Index(static redemption => redemption.Code, static redemption => redemption.Customer)
                .Index(static redemption => redemption.Customer))
            .AddDecisions()
            .AddAgent<PromotionAgent, PromotionAccount>(PromotionAgentName, static agent => agent
                .Handles<CreatePromotion>(static message => PromotionCodes.KeyOf(message.Terms.Code))
                .Handles<ActivatePromotion>(static message => PromotionCodes.KeyOf(message.Code))
                .Handles<PausePromotion>(static message => PromotionCodes.KeyOf(message.Code))
                .Handles<PromotionStartDue>(static message => message.Code)
                .Handles<PromotionEndDue>(static message => message.Code)
                .Handles<ValidateCode>(static message => PromotionCodes.KeyOf(message.Code))
                .Handles<GetPromotion>(static message => PromotionCodes.KeyOf(message.Code))

                // Uses are counted in the repository, which shows what is committed: each of them is committed before the next.
                .Handles<RedeemPromotion>(static message => PromotionCodes.KeyOf(message.Code), TransactionMode.Own)
                .Handles<ReverseRedemption>(static message => PromotionCodes.KeyOf(message.Code), TransactionMode.Own))
            .AddAgent<OrderPromotionsAgent, OrderPromotions>(OrderPromotionsAgentName, static agent => agent
                .Handles<RecordPromotions>(static message => message.OrderId.ToString())
                .Handles<OrderConfirmed>(static message => message.OrderId.ToString())
                .Handles<OrderShipped>(static message => message.OrderId.ToString())
                .Handles<OrderCancelled>(static message => message.OrderId.ToString()))
            .Commands<CreatePromotion>().Commands<ActivatePromotion>().Commands<PausePromotion>().Commands<ValidateCode>()
            .Commands<RedeemPromotion>().Commands<ReverseRedemption>().Commands<GetPromotion>().Commands<RecordPromotions>();
    }
}
