using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Xunit;

namespace Commerce.VendorContracts.Colissimo;

/// <summary>The example answers of Colissimo's operations, and its table of event codes.</summary>
public sealed class ColissimoExampleTests
{
    private const string Operations = "other-operations.samples.json";

    private static readonly string[] Claimed =
    [
        "generateLabel.domestic.request.json", "generateLabel.customs.request.json", "generateLabel.pickup.request.json", "generateLabel.error.json",
        "findRDVPointRetraitAcheminement.request.json", "findRDVPointRetraitAcheminement.response.json", "timelineCompany.request.json",
        "timelineCompany.response.json", "planPickup.request.json", "generateBordereau.request.json", "event-status-map.json", "sls-openapi.json",
        "capabilities-from-FR.json", "capabilities-from-DOM.json", Operations,
    ];

    private static readonly Waiver[] NotUsed =
    [
        new("suivi-v2", "La Poste's public tracking of every product, under a key of its own; the contract's tracking is read"),
        new("push-tracking", "Colissimo pushes only after a person asked for it in the contract: declared as not supported"),
        new("price-grid", "no answer of Colissimo: a shape for a merchant's own prices"),
    ];

    private static readonly string[] ReadOperations =
        ["checkGenerateLabel", "getLabel", "getListMailBoxPickingDates", "planPickup", "generateBordereauByParcelsNumbers"];

    private static readonly Waiver[] NotUsedOperations =
    [
        new("comment", "no operation"),
        new("generateToken", "a code for the counter in place of a label: our returns are labels"),
        new("generateCN23", "the form comes along with the label"),
        new("getProductInter", "which products a country has is told by checkGenerateLabel as well"),
        new("getDateLivraison", "needs the inner code of the depot (regateDepart)"),
        new("storedocument", "the document types are not public"),
        new("additionalinformations", "tells of the contract, which nothing here asks"),
        new("findPointRetraitAcheminementByID", "SOAP, whose contract is not published"),
        new("widgetToken", "for a map in the buyer's browser"),
    ];

    private static readonly Waiver Type = new("messages.type", "the id decides");
    private static readonly Waiver Praise = new("messages.messageContent", "the text of a success");

    [VendorSpecFact]
    public async Task Shipment()
    {
        var (mediaType, frame) = ColissimoExamples.Multipart();
        var result = await ReadAsync(
            ColissimoExamples.JsonOf(frame),
            client => client.CreateShipmentAsync(ColissimoExamples.Domestic),
            [Type, Praise],
            mediaType: mediaType,
            wrap: json => ColissimoExamples.With(frame, json));

        var documents = Assert.IsType<Outcome<Shipment>>(result).Value.Documents;
        Assert.Equal([DocumentKind.Label, DocumentKind.CustomsForm], documents.Select(document => document.Kind));
        Assert.Equal(
            ["%PDF-1.4 ...raw bytes of the label, not base64...", "%PDF-1.4 ...raw bytes, only when a CN23 was requested..."],
            documents.Select(document => Encoding.Latin1.GetString(document.Content.Span)));
    }

    [VendorSpecFact]
    public Task Refused_shipment() => ReadAsync(
        ColissimoExamples.File("generateLabel.error.json"), client => client.CreateShipmentAsync(ColissimoExamples.Domestic), [Type], HttpStatusCode.BadRequest);

    [VendorSpecFact]
    public Task Label()
    {
        var (mediaType, frame) = ColissimoExamples.Multipart();
        return ReadAsync(
            ColissimoExamples.JsonOf(frame),
            client => ((ILabelReprinter)client).ReprintAsync(ColissimoExamples.Reprint),
            [
                Type, Praise, new Waiver("labelV2Response.parcelNumber", "the number that was asked for"),
                new Waiver("labelV2Response.parcelNumberPartner", "told at the purchase; a reprint gives papers"),
            ],
            mediaType: mediaType,
            wrap: json => ColissimoExamples.With(frame, json));
    }

    [VendorSpecFact]
    public Task Validation() => ReadAsync(
        Operation("checkGenerateLabel"), client => ((IShipmentValidator)client).ValidateShipmentAsync(ColissimoExamples.Domestic), [Type, Praise]);

    [VendorSpecFact]
    public Task Days_of_collection() => ReadAsync(
        Operation("getListMailBoxPickingDates"),
        client => ((IPickupCalendar)client).FindPickupSlotsAsync(ColissimoExamples.Pickup with { Date = new DateOnly(2020, 1, 1) }),
        [
            Type, Praise, new Waiver("mailBoxPickingDateMaxHour", "until when a day can be booked on the day itself: no time of the collection"),
            new Waiver("validityTime", "what it means is not published"),
        ]);

    [VendorSpecFact]
    public Task Collection() => ReadAsync(
        Operation("planPickup"), client => ((IPickupScheduler)client).BookPickupAsync(ColissimoExamples.Pickup), [Type, Praise]);

    [VendorSpecFact]
    public Task Bordereau()
    {
        var (mediaType, frame) = ColissimoExamples.Multipart();
        return ReadAsync(
            Bytes(OperationsFile()["generateBordereauByParcelsNumbers"]!["responseParts"]!["<jsonInfos>"]!),
            client => ((IManifestClient)client).CloseManifestAsync(ColissimoExamples.Slip),
            [
                Type, Praise, new Waiver("bordereauHeader.publishingDate", "the moment of the call"),
                new Waiver("bordereauHeader.codeSitePCH", "the depot's inner code, printed on the paper"),
            ],
            mediaType: mediaType,
            wrap: json => ColissimoExamples.With(frame.Replace("<label>", "<deliveryPaper>", StringComparison.Ordinal), json));
    }

    [VendorSpecFact]
    public Task Points() => ReadAsync(
        ColissimoExamples.File("findRDVPointRetraitAcheminement.response.json"),
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(ColissimoExamples.Near),
        [
            new Waiver("errorMessage", "the text of a success"),
            new Waiver("qualiteReponse", "how well Colissimo understood the address"),
            new Waiver("wsRequestId", "Colissimo's own number of the call"),
            new Waiver("rdv", "what it means is not published"),
            .. Point("Colissimo's inner routing", "langue", "lotAcheminement", "distributionSort", "versionPlanTri", "reseau"),
            .. Point("a point here has no such property", "accesPersonneMobiliteReduite", "parking", "loanOfHandlingTool", "indiceDeLocalisation"),
            .. Point("the days of leave say it", "congesTotal", "congesPartiel", "listeConges.numero"),
            .. Point(
                "changed in its hour here: only the day counts, which the recording tests read", "listeConges.calendarDeDebut", "listeConges.calendarDeFin"),
            .. Point("codePays says it", "libellePays"),
            .. Point("only whether it is PCS, a locker", "typeDePoint"),
        ]);

    [VendorSpecFact]
    public Task Tracking() => ReadAsync(
        ColissimoExamples.File("timelineCompany.response.json"),
        client => client.TrackAsync(ColissimoExamples.Track),
        [
            new Waiver("status.message", "the text of a success"),
            new Waiver("parcel.parcelNumber", "the number that was asked for"),
            new Waiver("parcel.step.**", "the line on Colissimo's page: the events say it with their times"),
        ]);

    [VendorSpecFact]
    public async Task Every_code_of_the_table_is_read_as_the_table_says()
    {
        var table = JsonNode.Parse(ColissimoExamples.File("event-status-map.json"))!["events"]!.AsArray().Select(item => item!.AsObject()).ToList();
        var answer = new JsonObject
        {
            ["status"] = new JsonArray(new JsonObject { ["code"] = "0" }),
            ["parcel"] = new JsonObject
            {
                ["event"] = new JsonArray([.. table.Select(row => new JsonObject { ["code"] = (string)row["code"]!, ["date"] = "2026-03-04T10:12:00+01:00" })]),
            },
        };
        var told = await ColissimoExamples.CallAsync(_ => Bytes(answer), client => client.TrackAsync(ColissimoExamples.Track));
        var events = Assert.IsType<TrackingReport>(told).Events.ToDictionary(item => item.Code);
        Assert.Equal((337, 337), (table.Count, events.Count));

        var wrong = new List<string>();
        foreach (var row in table)
        {
            var item = events[(string)row["code"]!];
            var status = item.Status?.Value.Replace("_", "", StringComparison.Ordinal);
            var isException = item.Status == TrackingStatus.Exception;

            // A named difference: the endings of some codes that the table does not flag say why a parcel is held or goes back.
            var isNamed = isException || item.Status == TrackingStatus.Returned;
            if (!string.Equals(status, (string?)row["status"], StringComparison.OrdinalIgnoreCase)
                || (item.Status is null) != (bool)row["internal"]!
                || ((bool)row["anomaly"]! || isException ? item.Incident is null : item.Incident is not null && !isNamed))
            {
                wrong.Add($"{row.ToJsonString()} is read as {item.Status} {item.Incident}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        // Two more: "terminal" is said by the status, and "inferred" tells where the list has a code from.
        Assert.Equal(
            ["anomaly", "code", "inferred", "internal", "status", "terminal"],
            table.SelectMany(row => row.Select(pair => pair.Key)).Distinct().Order(StringComparer.Ordinal));
    }

    [VendorSpecFact]
    public void Every_example_is_claimed()
    {
        ExampleFolder.AssertClaimed(VendorSpecs.PathOf("carriers", "colissimo"), Claimed, NotUsed);
        Assert.Equal(
            ReadOperations.Concat(NotUsedOperations.Select(waiver => waiver.Path)).Order(StringComparer.Ordinal),
            OperationsFile().Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Waiver> Point(string reason, params string[] names) => names.Select(name => new Waiver("listePointRetraitAcheminement." + name, reason));

    private static JsonObject OperationsFile() => JsonNode.Parse(ColissimoExamples.File(Operations))!.AsObject();

    private static byte[] Operation(string name) => Bytes(OperationsFile()[name]!["response"]!);

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private static Task<object?> ReadAsync<T>(
        byte[] example,
        Func<ICarrierClient, Task<T>> call,
        Waiver[] waivers,
        HttpStatusCode status = HttpStatusCode.OK,
        string mediaType = "application/json",
        Func<byte[], byte[]>? wrap = null) => ExampleAnswers.ReadWithoutLossAsync(
            example, json => ColissimoExamples.CallAsync(_ => wrap?.Invoke(json) ?? json, call, status, mediaType), waivers);
}
