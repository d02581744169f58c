using Commerce.Agents.Domain.Inventory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Adds the shipping context.</summary>
public static class ShippingAgentsBuilderExtensions
{
    /// <summary>The name of the shipping agent; keys are order ids.</summary>
    public const string ShippingAgentName = "shipping";

    // Enough to keep every carrier as a choice when labels cannot be bought; the first of each account counts.
    private const int MaxAlternatives = 50;

    /// <summary>Adds the agent that sends parcels by the registered carriers. Labels are kept by the registered <see cref="ILabelStore"/>, in memory by default.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options; the sender is required.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddShipping(this AgentsBuilder agents, Action<ShippingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentNullException.ThrowIfNull(configure);
        agents.Services.AddCarrierManager(static carriers => carriers.Selection = carriers.Selection with { MaxAlternatives = MaxAlternatives });
        agents.Services.TryAddSingleton<MemoryLabelStore>();
        agents.Services.TryAddSingleton<ILabelStore>(static services => services.GetRequiredService<MemoryLabelStore>());
        agents.Services.AddOptions<ShippingOptions>().Configure(configure)
            .Validate(static options => options.Sender is not null, "Sender is empty: say where parcels leave from.")
            .Validate(static options => options.TrackingInterval >= TimeSpan.FromMinutes(1), "TrackingInterval is too short: give 1 minute or more.")
            .Validate(static options => options.MaxTries is >= 1 and <= 4, "MaxTries is out of bounds: give 1 to 4.")
            .ValidateOnStart();
        return agents
            .AddAgent<ShippingAgent, OrderShipment>(ShippingAgentName, agent => agent
                .Handles<OrderReadyToShip>(message => message.OrderId.ToString())
                .Handles<BuyLabel>(message => message.OrderId.ToString())
                .Handles<TrackShipment>(message => message.OrderId.ToString()))
            .Commands<BuyLabel>();
    }
}
