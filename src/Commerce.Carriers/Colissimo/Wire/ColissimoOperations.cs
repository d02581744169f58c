namespace Commerce.Carriers.Colissimo.Wire;

internal sealed record ColissimoReprintRequest(string ParcelNumber, string OutputPrintingType);

internal sealed record ColissimoSlipRequest(ColissimoSlipParcels GenerateBordereauParcelNumberList, ColissimoFields? Fields);

internal sealed record ColissimoSlipParcels(IReadOnlyList<string> ParcelsNumbers);

internal sealed record ColissimoMailboxRequest(ColissimoAddress Sender);

internal sealed record ColissimoPlanRequest(string ParcelNumber, string MailBoxPickingDate, ColissimoAddress Sender);

internal sealed record ColissimoTimelineRequest(string ParcelNumber, string Ip, string Lang, string ApiKey);
