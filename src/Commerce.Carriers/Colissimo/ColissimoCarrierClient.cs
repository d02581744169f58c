using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>Talks to Colissimo: label service, pickup points and tracking.</summary>
internal sealed partial class ColissimoCarrierClient(VendorChannel channel, ColissimoCarrierOptions options) :
    ICarrierClient, IShipmentValidator, ILabelReprinter, IReturnLabelClient, IManifestClient, IPickupPointDirectory, IPickupCalendar, IPickupScheduler
{
    private static readonly VendorOperation Generate = new("ship");
    private static readonly VendorOperation Check = new("check") { IsSafeToRepeat = true };
    private static readonly VendorOperation Reprint = new("label-again") { IsSafeToRepeat = true };

    public CarrierCode Carrier => CarrierCode.Colissimo;

    public string Account => channel.Account;

    public CarrierCapabilities Capabilities => ColissimoCapabilities.Value;

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ColissimoProducts.IsReturn(request.Service)
            ? Task.FromResult(Outcome.Refused<Shipment>(Misused(request, "is a return: call CreateReturnAsync.")))
            : BuyAsync(request, cancellationToken);
    }

    public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ColissimoProducts.IsReturn(request.Service)
            ? BuyAsync(request, cancellationToken)
            : Task.FromResult(Outcome.Refused<Shipment>(Misused(request, "is no return product: take CORE, CORF or CORI.")));
    }

    public async Task<IReadOnlyList<Refusal>> ValidateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var objections = ColissimoCheck.Objections(request, Capabilities, options);
        for (var i = 0; i < request.Parcels.Count && objections.Count == 0; i++)
        {
            var answer = await SendAsync("checkGenerateLabel", ColissimoMapping.ToLabel(request, i, [], options, Today()), Check, cancellationToken).ConfigureAwait(false);
            if (answer.Error.Code is not null || !answer.IsSuccess)
            {
                objections = ColissimoErrors.IsRefusal(answer) ? [answer.Refusal(RefusalCode.ExternalRejected)] : throw answer.Failure();
            }
        }

        return objections;
    }

    public async Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ColissimoLabels.WordOf(request.Label) is not { } word)
        {
            return Outcome.Refused<IReadOnlyList<ShippingDocument>>(new Refusal(
                RefusalCode.NotSupported, "Label has a size or a resolution that Colissimo lacks.") { Field = nameof(request.Label) });
        }

        var documents = new List<ShippingDocument>();
        foreach (var number in request.TrackingNumber is { } one ? [one.Value] : request.ShipmentId.Value.Split('+'))
        {
            var message = VendorJson.Request(
                HttpMethod.Post, Address("getLabel"), new ColissimoReprintRequest(number, word), ColissimoJson.Default.ColissimoReprintRequest);
            var answer = await channel.SendAsync(message, Reprint, cancellationToken).ConfigureAwait(false);
            if (answer.Error.Code is not null || !answer.IsSuccess)
            {
                return ColissimoErrors.IsRefusal(answer)
                    ? Outcome.Refused<IReadOnlyList<ShippingDocument>>(answer.Refusal(RefusalCode.NotFound, nameof(request.ShipmentId)))
                    : throw answer.Failure();
            }

            var (_, papers) = ColissimoAnswers.Read(answer);
            documents.AddRange(papers.Count > 0
                ? ColissimoMapping.ToDocuments(papers, request.Label.Format, new TrackingNumber(number))
                : throw answer.Malformed("the label is missing"));
        }

        return Outcome.Of<IReadOnlyList<ShippingDocument>>(documents);
    }

    private static Refusal Misused(ShipmentRequest request, string message) =>
        new(RefusalCode.NotSupported, $"Service {request.Service} {message}") { Field = nameof(request.Service) };

    // One call for each parcel: what was bought before one fails is told, never lost.
    private async Task<Outcome<Shipment>> BuyAsync(ShipmentRequest request, CancellationToken cancellationToken)
    {
        if (ColissimoCheck.Objections(request, Capabilities, options) is [var objection, ..])
        {
            return Outcome.Refused<Shipment>(objection);
        }

        var bought = new List<(ShippedParcel Parcel, IReadOnlyList<ShippingDocument> Documents)>();
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            var numbers = bought.Select(static parcel => parcel.Parcel.TrackingNumber.Value).ToList();
            try
            {
                var answer = await SendAsync("generateLabel", ColissimoMapping.ToLabel(request, i, numbers, options, Today()), Generate, cancellationToken).ConfigureAwait(false);
                if (answer.Error.Code is not null || !answer.IsSuccess)
                {
                    return ColissimoErrors.IsRefusal(answer) ? Refused(answer.Refusal(RefusalCode.ExternalRejected), i) : throw answer.Failure();
                }

                bought.Add(Read(answer, request.Label.Format));
            }
            catch (CommerceException exception) when (bought.Count > 0)
            {
                throw new PartialShipmentException(ToShipment(bought), Missing(i), exception);
            }
        }

        return Outcome.Of(ToShipment(bought));

        IReadOnlyList<int> Missing(int from) => [.. Enumerable.Range(from, request.Parcels.Count - from)];

        Outcome<Shipment> Refused(Refusal refusal, int index) => Outcome.Refused<Shipment>(bought.Count == 0
            ? refusal
            : new PartialShipment(refusal.Code, $"{bought.Count} of {request.Parcels.Count} parcels were bought, then: {refusal.Message}")
            {
                Bought = ToShipment(bought), MissingParcels = Missing(index), VendorCode = refusal.VendorCode, Field = refusal.Field,
            });
    }

    private static (ShippedParcel Parcel, IReadOnlyList<ShippingDocument> Documents) Read(VendorAnswer answer, LabelFormat format)
    {
        var (infos, papers) = ColissimoAnswers.Read(answer);
        var parcel = answer.Map(infos, ColissimoMapping.ToParcel);
        return papers.Count > 0
            ? (parcel, ColissimoMapping.ToDocuments(papers, format, parcel.TrackingNumber))
            : throw answer.Malformed("the label is missing");
    }

    // Colissimo numbers parcels, not shipments: the shipment is all of them.
    private static Shipment ToShipment(List<(ShippedParcel Parcel, IReadOnlyList<ShippingDocument> Documents)> bought) => new()
    {
        Id = new CarrierShipmentId(string.Join('+', bought.Select(static parcel => parcel.Parcel.TrackingNumber.Value))),
        Parcels = [.. bought.Select(static parcel => parcel.Parcel)],
        Documents = [.. bought.SelectMany(static parcel => parcel.Documents)],
    };

    private Task<VendorAnswer> SendAsync(string operation, ColissimoLabelRequest body, VendorOperation kind, CancellationToken cancellationToken) =>
        channel.SendAsync(VendorJson.Request(HttpMethod.Post, Address(operation), body, ColissimoJson.Default.ColissimoLabelRequest), kind, cancellationToken);

    private string Address(string operation) => $"sls-ws/SlsServiceWSRest/{options.LabelVersion}/{operation}";

    private DateOnly Today() => DateOnly.FromDateTime(channel.Clock.GetUtcNow().UtcDateTime);
}
