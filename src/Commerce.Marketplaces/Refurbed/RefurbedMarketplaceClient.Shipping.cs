using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Parcels: an item is shipped with the address of its tracking page, and with the carrier's slug and number where they are known.</summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private static readonly string[] ShipFields = ["weight_kg", "manufacturing_country", "hs_code"];

    private static readonly VendorOperation UpdateItems = new("update-items") { IsSafeToRepeat = true };

    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default) =>
        TellAsync(request, RefurbedStates.Shipped, cancellationToken);

    public Task<Outcome<OrderShipped>> CorrectTrackingAsync(ShipOrderRequest request, CancellationToken cancellationToken = default) =>
        TellAsync(request, state: null, cancellationToken);

    private async Task<Outcome<OrderShipped>> TellAsync(ShipOrderRequest request, string? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Objection(request) is { } objection)
        {
            return Outcome.Refused<OrderShipped>(objection);
        }

        var templates = new List<RefurbedItemUpdate>(request.Parcels.Count);
        foreach (var parcel in request.Parcels)
        {
            var (template, refusal) = await TemplateAsync(request, parcel, state, cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                return Outcome.Refused<OrderShipped>(refusal);
            }

            templates.Add(template!);
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderShipped>(NoOrder(request.OrderId));
        }

        var items = found.Answer.Map(found.Order, RefurbedMapping.ItemsOf);
        var parcels = request.Parcels.Select((parcel, index) => Fill(parcel, templates[index], items, state)).ToList();
        if (parcels.Exists(static updates => updates.Count == 0))
        {
            return Outcome.Refused<OrderShipped>(RefusalCode.InvalidTransition, $"No item of the order {request.OrderId} waits for a parcel.", nameof(request.Parcels));
        }

        List<RefurbedItemUpdate> moves = [.. parcels.SelectMany(static updates => updates)];
        if (Objection(moves, nameof(request.Parcels)) is { } twice)
        {
            return Outcome.Refused<OrderShipped>(twice);
        }

        var (outcomes, wasSent) = state is null
            ? (await CorrectAsync(found, moves, cancellationToken).ConfigureAwait(false), true)
            : await MoveAsync(found, moves, cancellationToken).ConfigureAwait(false);
        var refusals = outcomes.ToDictionary(static outcome => outcome.Key.Value, static outcome => outcome.Refusal, StringComparer.Ordinal);
        if (state is not null)
        {
            Contradict(moves, items, refusals);
        }

        IReadOnlyList<ItemOutcome<string>> told =
        [
            .. request.Parcels.Select((parcel, index) => new ItemOutcome<string>(
                parcel.Key, parcels[index].Select(update => refusals[update.Id]).FirstOrDefault(static refusal => refusal is not null))),
        ];
        return AllRefused(told) is { } all
            ? Outcome.Refused<OrderShipped>(all)
            : Outcome.Of(new OrderShipped(request.OrderId, told, WasAlreadyShipped: !wasSent));
    }

    /// <summary>What was shipped before with another tracking page is not done by this parcel: the page must be corrected on purpose.</summary>
    private static void Contradict(IReadOnlyList<RefurbedItemUpdate> moves, IReadOnlyList<RefurbedOrderItem> before, Dictionary<string, Refusal?> refusals)
    {
        foreach (var move in moves)
        {
            var item = before.FirstOrDefault(item => item.Id == move.Id);
            if (item is not null && RefurbedStates.IsDone(item.State, RefurbedStates.Shipped) && !string.IsNullOrWhiteSpace(item.ParcelTrackingUrl)
                && !RefurbedTracking.IsSame(item.ParcelTrackingUrl, new Uri(move.ParcelTrackingUrl!)))
            {
                refusals[move.Id] = new Refusal(
                    RefusalCode.Conflict, $"The item {move.Id} is shipped with another tracking page already: correct it with CorrectTrackingAsync.")
                {
                    Field = nameof(MarketplaceParcel.TrackingUrl),
                };
            }
        }
    }

    private static Refusal? Objection(ShipOrderRequest request)
    {
        if (request.VendorFields.Keys.Except(ShipFields).Any())
        {
            return NoVendorFields();
        }

        if (request.VendorFields.TryGetValue("weight_kg", out var weight) && (!decimal.TryParse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kilograms) || kilograms <= 0))
        {
            return new Refusal(RefusalCode.Validation, "VendorFields.weight_kg is no weight in kilograms, such as 0.35.") { Field = "VendorFields" };
        }

        if (request.VendorFields.TryGetValue("manufacturing_country", out var country) && !CountryCode.TryParse(country, null, out _))
        {
            return new Refusal(RefusalCode.Validation, "VendorFields.manufacturing_country is no country, such as CN.") { Field = "VendorFields" };
        }

        if (request.Parcels.Count > 1 && request.Parcels.Any(static parcel => parcel.Lines.Count == 0))
        {
            return new Refusal(RefusalCode.Validation, "A parcel has no lines: Refurbed must be told what is in each of several parcels.") { Field = "Parcels.Lines" };
        }

        if (request.Parcels.SelectMany(static parcel => parcel.Lines).Any(static line => line.Quantity > 1))
        {
            return new Refusal(RefusalCode.Validation, "A line has a quantity above 1: an item of Refurbed is one piece.") { Field = "Parcels.Lines" };
        }

        return request.Parcels.SelectMany(static parcel => parcel.Lines).SelectMany(static line => line.Identifiers).Any(static identifier => TypeOf(identifier.Kind) is null)
            ? new Refusal(RefusalCode.NotSupported, "A line has a number that is neither an IMEI nor a serial number: Refurbed takes no others.") { Field = "Parcels.Lines.Identifiers" }
            : null;
    }

    private static string? TypeOf(ItemIdentifierKind kind) =>
        kind == ItemIdentifierKind.Imei ? "IMEI" : kind == ItemIdentifierKind.SerialNumber ? "SERIAL_NUMBER" : null;

    /// <summary>Gives the items of a parcel what it says. A parcel without lines holds whatever is not shipped yet, or, told again, what was shipped with it.</summary>
    private static List<RefurbedItemUpdate> Fill(MarketplaceParcel parcel, RefurbedItemUpdate template, IReadOnlyList<RefurbedOrderItem> items, string? state)
    {
        if (parcel.Lines.Count > 0)
        {
            return
            [
                .. parcel.Lines.Select(line => template with
                {
                    Id = line.LineId.Value,
                    ItemIdentifiers = line.Identifiers.Count == 0 ? null : [.. line.Identifiers.Select(static identifier => new RefurbedIdentifier(TypeOf(identifier.Kind), identifier.Value))],
                }),
            ];
        }

        var open = state is null ? [] : items.Where(static item => item.State is RefurbedStates.New or RefurbedStates.Accepted).ToList();
        return
        [
            .. (open.Count > 0 ? open : items.Where(static item => item.State is RefurbedStates.Shipped or RefurbedStates.Returned))
                .Select(item => template with { Id = item.Id ?? "" }),
        ];
    }

    /// <summary>Makes of a parcel what each of its items is told.</summary>
    private async Task<(RefurbedItemUpdate? Template, Refusal? Refusal)> TemplateAsync(
        ShipOrderRequest request, MarketplaceParcel parcel, string? state, CancellationToken cancellationToken)
    {
        var address = parcel.TrackingUrl;
        if (address is null && parcel is { CarrierCode: { } code, TrackingNumber: { } number } && options.TrackingUrlTemplates.TryGetValue(code, out var page))
        {
            address = RefurbedTracking.FromTemplate(page, number);
        }

        if (address is null || !RefurbedTracking.IsWeb(address))
        {
            return (null, new Refusal(
                RefusalCode.Validation,
                $"The parcel {parcel.Key} has no web address of its tracking page, without which Refurbed takes no shipment: give TrackingUrl, or the carrier's page in TrackingUrlTemplates.")
            {
                Field = "Parcels.TrackingUrl",
            });
        }

        RefurbedCarrierNumber? carrier = null;
        if (parcel is { CarrierCode: { } known, TrackingNumber: { } tracking })
        {
            if (await SlugAsync(known, cancellationToken).ConfigureAwait(false) is not { } slug)
            {
                return (null, new Refusal(
                    RefusalCode.Validation, $"Refurbed has no carrier {known}: give its slug for it in CarrierSlugs (ListCarriersAsync lists them), or leave the code out.")
                {
                    Field = "Parcels.CarrierCode",
                });
            }

            carrier = new RefurbedCarrierNumber(slug, tracking);
        }

        return (new RefurbedItemUpdate
        {
            Id = "",
            State = state,
            ParcelTrackingUrl = address.AbsoluteUri,
            ParcelCarrierTrackingNumber = carrier,
            WeightKg = request.VendorFields.TryGetValue("weight_kg", out var weight) ? decimal.Parse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null,
            ManufacturingCountry = request.VendorFields.TryGetValue("manufacturing_country", out var country) ? CountryCode.Parse(country).Value : null,
            HsCode = request.VendorFields.GetValueOrDefault("hs_code"),
        }, null);
    }

    private async Task<string?> SlugAsync(string code, CancellationToken cancellationToken) => options.CarrierSlugs.TryGetValue(code, out var slug)
        ? slug
        : (await KnownCarriersAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(carrier => carrier.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Code;

    private async Task<IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>>> CorrectAsync(
        (RefurbedOrder Order, VendorAnswer Answer) found, IReadOnlyList<RefurbedItemUpdate> updates, CancellationToken cancellationToken)
    {
        var known = StatesOf(found);
        var mine = updates.Where(update => known.ContainsKey(update.Id)).ToList();
        var outcomes = await BatchAsync(
            "OrderItemService/BatchUpdateOrderItems", mine, static part => new RefurbedItemUpdates(part), RefurbedJson.Default.RefurbedItemUpdates, UpdateItems, cancellationToken).ConfigureAwait(false);
        var told = mine.Zip(outcomes).ToDictionary(static pair => pair.First.Id, static pair => pair.Second, StringComparer.Ordinal);
        return
        [
            .. updates.Select(update => new ItemOutcome<MarketplaceOrderLineId>(
                new MarketplaceOrderLineId(update.Id),
                !told.TryGetValue(update.Id, out var outcome)
                    ? new Refusal(RefusalCode.NotFound, $"The item {update.Id} is not in the order {found.Order.Id}.") { Field = "LineId" }
                    : outcome.Code is null or 0 ? null : RefurbedErrors.Refuse(outcome))),
        ];
    }
}
