using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Adds the shipping context.</summary>
public static class ShippingAgentsBuilderExtensions
{
    /// <summary>The name of the shipping agent; keys are <see cref="ShippingKeys.Part"/>.</summary>
    public const string ShippingAgentName = "shipping";

    /// <summary>The name of the agent that stops cancelled orders; keys are order ids.</summary>
    public const string OrderPartsAgentName = "shipping-parts";

    /// <summary>The name of the agent that knows tracking numbers; keys are <see cref="ShippingKeys.Parcel"/>.</summary>
    public const string ParcelAgentName = "parcels";

    /// <summary>The name of the agent that asks for prices; keys are the questions' ids.</summary>
    public const string QuoteAgentName = "carrier-quotes";

    /// <summary>The name of the agent that buys return labels; keys are the returns' ids.</summary>
    public const string ReturnShipmentAgentName = "return-shipments";

    /// <summary>The name of the agent that closes the day; keys are <see cref="ShippingKeys.Manifest"/>.</summary>
    public const string ManifestAgentName = "manifests";

    /// <summary>The name of the agent that learns from deliveries; keys are <see cref="ShippingKeys.Lane"/>.</summary>
    public const string CarrierPerformanceAgentName = "carrier-performance";

    /// <summary>The name of the agent that counts labels; keys are carriers.</summary>
    public const string CarrierVolumeAgentName = "carrier-volumes";

    /// <summary>The name of the agent that takes price lists in; keys are carrier accounts.</summary>
    public const string TariffAgentName = "tariffs";

    // Enough to keep every carrier as a choice when labels cannot be bought; the first of each account counts.
    private const int MaxAlternatives = 50;

    /// <summary>Adds the agents that send parcels by the registered carriers. Labels are kept by the registered <see cref="ILabelStore"/>, in memory by default.</summary>
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
        agents.Services.TryAddSingleton<MemoryTariffFileStore>();
        agents.Services.TryAddSingleton<ITariffFileStore>(static services => services.GetRequiredService<MemoryTariffFileStore>());
        return agents
            .AddOptions<ShippingOptions, ShippingOptionsValidator>(configure)
            .AddEntity<TrackedShipment>(entity => entity
                .Index(shipment => shipment.OrderId)
                .Index(shipment => shipment.TrackingNumber)
                .Index(shipment => shipment.Status, shipment => shipment.CreatedAt)
                .Index(shipment => shipment.Number))
            .AddEntity<CarrierClaim>(entity => entity
                .Index(claim => claim.ShipmentId, claim => claim.Kind)
                .Index(claim => claim.Status, claim => claim.FiledAt))
            .AddEntity<LaneRecord>(entity => entity.Index(record => record.Origin, record => record.Destination))
            .AddEntity<CarrierDelivery>()
            .AddEntity<TariffUpload>(entity => entity.Index(upload => upload.Account, upload => upload.UploadedAt))
            .AddDecisions()
            .AddShipments()
            .AddCarrierServices();
    }

    private static AgentsBuilder AddShipments(this AgentsBuilder agents) => agents
        .AddAgent<ShippingAgent, OrderShipment>(ShippingAgentName, agent => agent
            .Handles<OrderReadyToShip>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<SelectCarrier>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<BuyLabel>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<VoidLabel>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<StopShipment>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<TrackShipment>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<RecordTracking>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<CheckDelay>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<ForceShipmentStatus>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<EscalateToCarrier>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<FileClaim>(message => ShippingKeys.Part(message.OrderId, message.Part))
            .Handles<ResolveClaim>(message => ShippingKeys.Part(message.OrderId, message.Part)))
        .AddAgent<OrderPartsAgent, OrderParts>(OrderPartsAgentName, agent => agent
            .Handles<OrderReadyToShip>(message => message.OrderId.ToString())
            .Handles<OrderCancelled>(message => message.OrderId.ToString()))
        .AddAgent<ParcelAgent, ParcelOwner>(ParcelAgentName, agent => agent
            .Handles<LinkTrackingNumber>(message => ShippingKeys.Parcel(message.Carrier, message.TrackingNumber))
            .Handles<IngestTracking>(message => ShippingKeys.Parcel(message.Carrier, message.TrackingNumber))
            .Handles<ParcelHandedOver>(message => ShippingKeys.Parcel(message.Carrier, message.TrackingNumber)))
        .Commands<SelectCarrier>().Commands<BuyLabel>().Commands<VoidLabel>().Commands<StopShipment>().Commands<RecordTracking>()
        .Commands<ForceShipmentStatus>().Commands<EscalateToCarrier>().Commands<FileClaim>().Commands<ResolveClaim>()
        .Commands<LinkTrackingNumber>().Commands<IngestTracking>();

    private static AgentsBuilder AddCarrierServices(this AgentsBuilder agents) => agents
        .AddAgent<QuoteAgent, QuoteRequest>(QuoteAgentName, agent => agent.Handles<GetQuotes>(message => message.RequestId.ToString()))
        .AddAgent<ReturnShipmentAgent, ReturnShipment>(ReturnShipmentAgentName, agent => agent
            .Handles<CreateReturnShipment>(message => message.RmaId.ToString())
            .Handles<BuyReturnLabel>(message => message.RmaId.ToString()))
        .AddAgent<ManifestAgent, ClosedManifests>(ManifestAgentName, agent => agent
            .Handles<CloseManifest>(message => ShippingKeys.Manifest(message.Account, message.Date)))
        .AddAgent<CarrierPerformanceAgent, LaneHistory>(CarrierPerformanceAgentName, agent => agent
            .Handles<RecordDelivery>(message => ShippingKeys.Lane(message.Sample.Carrier, message.Sample.Service, message.Sample.Lane)))
        .AddAgent<CarrierVolumeAgent, CarrierVolume>(CarrierVolumeAgentName, agent => agent.Handles<ShipmentCreated>(message => message.Carrier.Value))
        .AddAgent<TariffAgent, TariffUploads>(TariffAgentName, agent => agent
            .Handles<UploadTariff>(message => message.Account)
            .Handles<ActivateTariff>(message => message.Account)
            .Handles<TariffDue>(message => message.Account))
        .Commands<UploadTariff>().Commands<ActivateTariff>()
        .Commands<GetQuotes>().Commands<CreateReturnShipment>().Commands<BuyReturnLabel>().Commands<CloseManifest>().Commands<RecordDelivery>();
}
