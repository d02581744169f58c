using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.ColisPrive;

/// <summary>Talks to Colis Privé's SOAP service: parcels, tracking, cancellation.</summary>
internal sealed partial class ColisPriveCarrierClient(VendorChannel channel, ColisPriveCarrierOptions options) :
    IColisPriveCarrierClient, IShipmentVoider, IManifestClient, IPickupPointFinder, IDisposable
{
    private static readonly VendorOperation Ship = new("ship");
    private static readonly VendorOperation Track = new("track") { IsSafeToRepeat = true };
    private static readonly VendorOperation Cancel = new("cancel") { IsSafeToRepeat = true };

    private readonly ColisPriveRequests _requests = new(options);
    private readonly ColisPriveFiles _files = new(channel, options);

    public CarrierCode Carrier => CarrierCode.ColisPrive;

    public string Account => channel.Account;

    public CarrierCapabilities Capabilities { get; } = ColisPriveCapabilities.For(options);

    public async Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ColisPriveChecks.Check(request, options, Capabilities) is { } objection)
        {
            return Outcome.Refused<Shipment>(objection);
        }

        // Colis Privé takes one parcel at a time.
        var bought = new List<(ShippedParcel Parcel, ShippingDocument Label, CarrierMessage? Message)>();
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            int[] missing = [.. Enumerable.Range(i, request.Parcels.Count - i)];
            try
            {
                var outcome = await BuyAsync(request, i, bought, cancellationToken).ConfigureAwait(false);
                if (outcome is { } refusal)
                {
                    return Outcome.Refused<Shipment>(bought.Count == 0
                        ? refusal
                        : new PartialShipment(refusal.Code, refusal.Message)
                        {
                            Bought = ToShipment(bought), MissingParcels = missing, VendorCode = refusal.VendorCode, Field = refusal.Field, RequestId = refusal.RequestId,
                        });
                }
            }
            catch (CommerceException failure) when (bought.Count > 0)
            {
                throw new PartialShipmentException(ToShipment(bought), missing, failure);
            }
        }

        return Outcome.Of(ToShipment(bought));
    }

    public async Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default) =>
        (await ReadParcelAsync(request, cancellationToken).ConfigureAwait(false))?.Report;

    public async Task<ColisPriveParcel?> ReadParcelAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var number = ColisPriveNumber.Read(request);
        var (answer, result) = await CallAsync(_requests.Read(number), Track, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code == ColisPriveErrors.Done
            ? answer.Map(result, body => ColisPriveMapping.FromTracking(body, request.TrackingNumber))
            : ColisPriveErrors.IsUnknownParcel(answer.Error) ? null : throw answer.Failure(CommerceErrorKind.Invalid);
    }

    public async Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] numbers = request.TrackingNumbers.Count > 0
            ? [.. request.TrackingNumbers.Select(static number => number.Value)]
            : request.ShipmentId.Value.Split('+');
        var wasAlreadyVoid = true;
        var parcels = new List<ItemOutcome<TrackingNumber>>();
        foreach (var text in numbers)
        {
            var isVoid = false;
            var refusal = ColisPriveNumber.TryRead(text, null) is { } number
                ? await CancelAsync(number, () => isVoid = true, cancellationToken).ConfigureAwait(false)
                : new Refusal(RefusalCode.NotFound, "A Colis Privé number has 17 characters: the parcel's 12 and the postal code.") { Field = nameof(VoidRequest.ShipmentId) };
            wasAlreadyVoid &= isVoid;
            parcels.Add(new ItemOutcome<TrackingNumber>(new TrackingNumber(text), refusal));
        }

        return parcels.Exists(static parcel => parcel.IsSuccess)
            ? Outcome.Of(new VoidConfirmation(request.ShipmentId, wasAlreadyVoid) { Parcels = parcels })
            : Outcome.Refused<VoidConfirmation>(parcels[0].Refusal!);
    }

    public void Dispose() => _closing.Dispose();

    private static Shipment ToShipment(List<(ShippedParcel Parcel, ShippingDocument Label, CarrierMessage? Message)> bought) => new()
    {
        // Colis Privé numbers parcels, not shipments: the shipment is all of them.
        Id = new CarrierShipmentId(string.Join('+', bought.Select(static item => item.Parcel.TrackingNumber.Value))),
        Parcels = [.. bought.Select(static item => item.Parcel)],
        Documents = [.. bought.Select(static item => item.Label)],
        Messages = [.. bought.Select(static item => item.Message).OfType<CarrierMessage>()],
    };

    private async Task<Refusal?> BuyAsync(
        ShipmentRequest request, int index, List<(ShippedParcel Parcel, ShippingDocument Label, CarrierMessage? Message)> bought, CancellationToken cancellationToken)
    {
        var today = ColisPriveMapping.Today(channel.Clock.GetUtcNow());
        var (answer, result) = await CallAsync(_requests.Parcel(request, index, today), Ship, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code != ColisPriveErrors.Done)
        {
            // A used order number is no "nothing was bought": its parcel exists, and Colis Privé did not give it again.
            return ColisPriveErrors.IsDuplicate(answer.Error)
                ? throw answer.Failure(CommerceErrorKind.Conflict)
                : answer.Refusal(RefusalCode.ExternalRejected, answer.Error.Code == ColisPriveErrors.PostalCodeNotServed ? "Recipient.Address.PostalCode" : null);
        }

        var parcel = answer.Map(result, body => ColisPriveMapping.FromParcel(body, request.Recipient.Address.PostalCode));
        var label = await _files.LabelAsync(answer, result, request.Label.Format, parcel.TrackingNumber, cancellationToken).ConfigureAwait(false);
        bought.Add((parcel, label, ColisPriveMapping.Deliverer(result)));
        return null;
    }

    private async Task<Refusal?> CancelAsync(ColisPriveNumber number, Action wasAlreadyVoid, CancellationToken cancellationToken)
    {
        var (answer, _) = await CallAsync(_requests.Cancel(number), Cancel, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code == ColisPriveErrors.Done)
        {
            return null;
        }

        if (ColisPriveErrors.IsAlreadyCancelled(answer.Error))
        {
            wasAlreadyVoid();
            return null;
        }

        return answer.Refusal(
            ColisPriveErrors.IsTooLate(answer.Error) ? RefusalCode.WindowExpired
                : ColisPriveErrors.IsUnknownParcel(answer.Error) ? RefusalCode.NotFound : RefusalCode.ExternalRejected,
            nameof(VoidRequest.ShipmentId));
    }

    /// <summary>Sends a request; an answer about the account is thrown, any other is the caller's to judge.</summary>
    private async Task<(VendorAnswer Answer, XElement Result)> CallAsync(HttpRequestMessage request, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        var result = Soap.ReadBody(answer).Elements().FirstOrDefault() ?? throw answer.Malformed("the result is missing");
        return answer.Error.Code is null ? throw answer.Malformed("the element RtnCode is missing")
            : answer.Error.Code != ColisPriveErrors.Done && ColisPriveErrors.IsAccess(answer.Error) ? throw answer.Failure(CommerceErrorKind.Unauthorized)
            : (answer, result);
    }
}
