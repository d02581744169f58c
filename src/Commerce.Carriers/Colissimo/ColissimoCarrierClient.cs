using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>Talks to Colissimo's label, pickup point and tracking services.</summary>
internal sealed partial class ColissimoCarrierClient(VendorChannel channel, ColissimoCarrierOptions options) :
    ICarrierClient, IShipmentValidator, ILabelReprinter, IReturnLabelClient, IPickupPointDirectory, IPickupScheduler, IPickupCalendar, IManifestClient
{
    private static readonly VendorOperation Ship = new("ship");
    private static readonly VendorOperation Check = new("check") { IsSafeToRepeat = true };
    private static readonly VendorOperation Label = new("label") { IsSafeToRepeat = true };

    public CarrierCode Carrier => CarrierCode.Colissimo;

    public string Account => channel.Account;

    public CarrierCapabilities Capabilities => ColissimoCapabilities.Value;

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ColissimoRules.Check(request, options, Today) is [var objection, ..]
            ? Task.FromResult(Outcome.Refused<Shipment>(objection))
            : BuyAsync(request, cancellationToken);
    }

    public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ColissimoRules.IsReturn(request.Service)
            ? CreateShipmentAsync(request, cancellationToken)
            : Task.FromResult(Outcome.Refused<Shipment>(
                RefusalCode.NotSupported, $"Service is {request.Service}: give CORE, CORF or CORI for a return.", nameof(request.Service)));
    }

    public async Task<IReadOnlyList<Refusal>> ValidateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ColissimoRules.Check(request, options, Today) is { Count: > 0 } objections)
        {
            return objections;
        }

        var refusals = new List<Refusal>();
        for (var parcel = 0; parcel < request.Parcels.Count; parcel++)
        {
            // The links between parcels need numbers, which only a purchase gives: each is judged on its own.
            var body = ColissimoRequests.Label(request, parcel, options, Today, null);
            var answer = await PostAsync("checkGenerateLabel", body, ColissimoJson.Default.ColissimoLabelRequest, Check, cancellationToken).ConfigureAwait(false);
            if (Judge(answer, out _) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        return refusals;
    }

    public async Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ColissimoLabels.WordOf(request.Label) is not { } word)
        {
            return Outcome.Refused<IReadOnlyList<ShippingDocument>>(ColissimoRules.WrongLabel(request.Label));
        }

        if (ColissimoRules.Unread(request.VendorFields) is { } objection)
        {
            return Outcome.Refused<IReadOnlyList<ShippingDocument>>(objection);
        }

        var documents = new List<ShippingDocument>();
        foreach (var number in request.TrackingNumber is { } one ? [one.Value] : request.ShipmentId.Value.Split('+'))
        {
            var answer = await PostAsync(
                "getLabel",
                new ColissimoReprintRequest(number, word),
                ColissimoJson.Default.ColissimoReprintRequest,
                Label,
                cancellationToken,
                hasAccountHeader: true).ConfigureAwait(false);
            if (Judge(answer, out var parts) is { } refusal)
            {
                return Outcome.Refused<IReadOnlyList<ShippingDocument>>(refusal);
            }

            documents.AddRange(answer.Map(parts!, found => ColissimoMapping.Documents(found, number, request.Label.Format, DocumentKind.Label)));
        }

        return documents.Exists(static document => document.Kind == DocumentKind.Label)
            ? Outcome.Of<IReadOnlyList<ShippingDocument>>(documents)
            : throw new CommerceException(CommerceErrorKind.Protocol, "colissimo label: the answer has no label.") { Vendor = "colissimo", Operation = Label.Name };
    }

    private DateOnly Today => ColissimoMapping.DayOf(channel.Clock.GetUtcNow());

    // One call buys one parcel. Overseas the last one is the master, which names those before it; a failure in between
    // leaves labels that exist.
    private async Task<Outcome<Shipment>> BuyAsync(ShipmentRequest request, CancellationToken cancellationToken)
    {
        var bought = new List<ColissimoBought>();
        for (var parcel = 0; parcel < request.Parcels.Count; parcel++)
        {
            List<int> missing = [.. Enumerable.Range(parcel, request.Parcels.Count - parcel)];
            try
            {
                var body = ColissimoRequests.Label(request, parcel, options, Today, [.. bought.Select(static item => item.Number)]);
                var answer = await PostAsync("generateLabel", body, ColissimoJson.Default.ColissimoLabelRequest, Ship, cancellationToken).ConfigureAwait(false);
                if (Judge(answer, out var parts) is { } refusal)
                {
                    return Outcome.Refused<Shipment>(bought.Count == 0 ? refusal : new PartialShipment(refusal.Code, refusal.Message)
                    {
                        Bought = ColissimoMapping.Shipment(bought),
                        MissingParcels = missing,
                        Field = refusal.Field,
                        VendorCode = refusal.VendorCode,
                        RequestId = refusal.RequestId,
                    });
                }

                bought.Add(answer.Map(parts!, found => ColissimoMapping.Bought(found, request)));
            }
            catch (CommerceException exception) when (bought.Count > 0)
            {
                throw new PartialShipmentException(ColissimoMapping.Shipment(bought), missing, exception);
            }
        }

        return Outcome.Of(ColissimoMapping.Shipment(bought));
    }

    /// <summary>Reads an answer of the label service: the parts when it is done, a refusal, or a thrown failure.</summary>
    private static Refusal? Judge(VendorAnswer answer, out ColissimoParts? parts)
    {
        parts = null;
        if (!answer.IsSuccess)
        {
            return ColissimoErrors.FailureOf(answer) is { } failure ? throw failure : answer.Refusal(RefusalCode.ExternalRejected);
        }

        parts = ColissimoParts.Read(answer);
        return (parts.Json.Messages is [var first, ..] ? first?.Id : null) switch
        {
            null => throw answer.Malformed("messages is missing"),
            ColissimoErrors.Done => null,
            _ => ColissimoErrors.FailureOf(answer) is { } failure ? throw failure : answer.Refusal(RefusalCode.ExternalRejected),
        };
    }

    private Task<VendorAnswer> PostAsync<T>(
        string operation,
        T body,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type,
        VendorOperation known,
        CancellationToken cancellationToken,
        bool hasAccountHeader = false)
    {
        var request = VendorJson.Request(HttpMethod.Post, $"sls-ws/SlsServiceWSRest/{options.ApiVersion}/{operation}", body, type);
        if (hasAccountHeader && options.AccountNumber is { } account)
        {
            request.Headers.TryAddWithoutValidation("accountNumber", account);
        }

        return channel.SendAsync(request, known, cancellationToken);
    }
}
