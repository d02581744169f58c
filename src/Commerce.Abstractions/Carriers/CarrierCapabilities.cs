namespace Commerce.Carriers;

/// <summary>What a carrier account can do, and why not, known before any call.</summary>
public sealed record CarrierCapabilities
{
    /// <summary>Gets the support of each feature; a feature that is not named is not supported.</summary>
    public required IReadOnlyDictionary<CarrierFeature, Support> Features { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the services that are known; a service that is not named is passed through unchecked.</summary>
    public required IReadOnlyList<ServiceCapability> Services { get; init => field = Guard.NoNulls(value); }

    /// <summary>Gets the formats in which labels come, without any conversion of ours.</summary>
    public required IReadOnlyList<LabelSpecification> Labels { get; init => field = Guard.NoNulls(value); }

    /// <summary>Gets what to do when <see cref="ICarrierClient.CreateShipmentAsync"/> got no answer.</summary>
    public required LostAnswerRecovery Recovery { get; init; }

    /// <summary>Gets how that recovery works, for a person.</summary>
    public required string RecoveryNote { get; init => field = Guard.Text(value, 500); }

    /// <summary>Gets the same for other features that buy or move something, such as <see cref="CarrierFeature.Pickups"/>; a feature that is not named is like <see cref="Recovery"/>.</summary>
    public IReadOnlyDictionary<CarrierFeature, LostAnswerRecovery> FeatureRecovery { get; init => field = Guard.NotNull(value); } =
        new Dictionary<CarrierFeature, LostAnswerRecovery>();

    /// <summary>Gets the heaviest parcel that any service takes.</summary>
    public required Weight MaxParcelWeight { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the greatest number of parcels in one shipment.</summary>
    public required int MaxParcels { get; init => field = Guard.InRange(value, 1, 999); }

    /// <summary>Gets how many address lines a label has room for.</summary>
    /// <value>The default is 3.</value>
    public int MaxAddressLines { get; init => field = Guard.InRange(value, 1, 10); } = 3;

    /// <summary>Gets how many characters an address line may have on a label.</summary>
    /// <value>The default is 100, the most that an <see cref="Address"/> takes.</value>
    public int MaxAddressLineLength { get; init => field = Guard.InRange(value, 1, 100); } = 100;

    /// <summary>Gets the support of each option whatever the service; an option that is not named depends on the service.</summary>
    public IReadOnlyDictionary<ShipmentOption, Support> Options { get; init => field = Guard.NotNull(value); } =
        new Dictionary<ShipmentOption, Support>();

    /// <summary>Tells whether a feature is supported.</summary>
    /// <param name="feature">The feature.</param>
    /// <returns>Yes, or no with the reason.</returns>
    public Support Supports(CarrierFeature feature) =>
        Features.TryGetValue(feature, out var support) ? support : Support.No($"The carrier's API has no {feature}.");

    /// <summary>Finds a service.</summary>
    /// <param name="service">The carrier's code.</param>
    /// <returns>What is known of it, or <see langword="null"/>.</returns>
    public ServiceCapability? Find(CarrierService service)
    {
        foreach (var known in Services)
        {
            if (known.Service == service)
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Checks a shipment offline: parcels, weight, label, addresses, and the options of its service.</summary>
    /// <param name="request">The shipment.</param>
    /// <returns>Every objection, with the field; empty when there is none. The carrier may still refuse.</returns>
    public IReadOnlyList<Refusal> Check(ShipmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var objections = CheckTransport(
            request.Service, request.Sender.Address.Country, request.Recipient.Address.Country, request.Parcels,
            Asked(request.Options, request.PickupPoint, request.Customs, request.Parcels.Count));
        if (!Labels.Any(label => label.Format == request.Label.Format))
        {
            Object(objections, "Label.Format", $"{request.Label.Format}: the carrier gives {string.Join(", ", Labels.Select(label => label.Format).Distinct())}.");
        }

        foreach (var (party, address) in ((string, Address)[])[(nameof(request.Sender), request.Sender.Address), (nameof(request.Recipient), request.Recipient.Address)])
        {
            if (address.Fold(MaxAddressLines, MaxAddressLineLength) is null)
            {
                Object(objections, $"{party}.Address.Line1", $"too long with the lines that follow: a label has room for {MaxAddressLines} lines of {MaxAddressLineLength} characters.");
            }
        }

        foreach (var item in request.Customs?.Items ?? [])
        {
            if (item.Parcel >= request.Parcels.Count)
            {
                Object(objections, "Customs.Items", $"for parcel {item.Parcel}: there are {request.Parcels.Count}, counted from 0.");
            }
        }

        return objections;
    }

    /// <summary>Checks offline whether a service takes what a price is asked for: parcels, weight, lane and options.</summary>
    /// <param name="request">The lane, the parcels and the options.</param>
    /// <param name="service">The service.</param>
    /// <returns>Every objection, with the field; empty when there is none. The carrier may still refuse.</returns>
    public IReadOnlyList<Refusal> Check(RateRequest request, CarrierService service)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CheckTransport(
            service, request.Sender.Address.Country, request.Recipient.Address.Country, request.Parcels,
            Asked(request.Options, request.PickupPoint, request.Customs, request.Parcels.Count));
    }

    internal static Support Unnamed(ShipmentOption option) => option == ShipmentOption.DangerousGoods
        ? Support.No("Dangerous goods are not declared through this client: book them with the carrier directly.")
        : Support.Yes;

    private static void Object(List<Refusal> objections, string field, string message) =>
        objections.Add(new Refusal(RefusalCode.NotSupported, $"{field} is {message}") { Field = field });

    private static IEnumerable<ShipmentOption> Asked(
        ShipmentOptions options, PickupPointReference? pickupPoint, CustomsDeclaration? customs, int parcels)
    {
        var asked = options.Requested();
        asked = pickupPoint is null ? asked : asked.Append(ShipmentOption.PickupPoint);
        asked = customs is null ? asked : asked.Append(ShipmentOption.Customs);
        return parcels > 1 ? asked.Append(ShipmentOption.MultipleParcels) : asked;
    }

    private List<Refusal> CheckTransport(
        CarrierService code, CountryCode origin, CountryCode destination, IReadOnlyList<Parcel> parcels, IEnumerable<ShipmentOption> asked)
    {
        var objections = new List<Refusal>();
        var service = Find(code);
        var maxWeight = service?.MaxParcelWeight ?? MaxParcelWeight;
        var maxParcels = service?.MaxParcels ?? MaxParcels;
        if (parcels.Count > maxParcels)
        {
            Object(objections, "Parcels", $"{parcels.Count} parcels: at most {maxParcels} in one shipment.");
        }

        for (var i = 0; i < parcels.Count; i++)
        {
            if (parcels[i].Weight > maxWeight)
            {
                Object(objections, $"Parcels[{i}].Weight", $"{parcels[i].Weight}: at most {maxWeight} for each parcel.");
            }
        }

        foreach (var option in asked)
        {
            var support = Options.TryGetValue(option, out var general) && !general.IsSupported
                ? general
                : service?.Supports(option) ?? Unnamed(option);
            if (!support.IsSupported)
            {
                Object(objections, "Options", $"{option}: {support.Reason}");
            }
        }

        if (service?.Lane(origin, destination) is { IsSupported: false } lane)
        {
            Object(objections, "Recipient.Address.Country", $"{destination}: {lane.Reason}");
        }

        return objections;
    }
}
