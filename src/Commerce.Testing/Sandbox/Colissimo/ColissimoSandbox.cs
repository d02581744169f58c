using System.Globalization;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Colissimo: prints one parcel at a time, labels again, closes parcels on a bordereau, collects returns from mailboxes, finds pickup
/// points and tells events. Points and travel times are invented.
/// </summary>
public sealed partial class ColissimoSandbox : SandboxVendor
{
    private const string Sls = "sls-ws/SlsServiceWSRest/{version}/";

    private static readonly string[] Products = ["DOM", "DOS", "HD", "COM", "CDS", "COLD", "COL", "ECO", "COLI", "ACCI", "CORE", "CORF", "CORI"];

    private readonly List<ColissimoSandboxParcel> _parcels = [];
    private readonly HashSet<string> _collected = new(StringComparer.Ordinal);
    private int _slips;

    internal ColissimoSandbox(TimeProvider clock)
        : base("colissimo", clock)
    {
    }

    /// <summary>Gets the key that it accepts.</summary>
    public string ApiKey { get; } = "sandbox-colissimo-key";

    /// <summary>Gets the number of the only pickup point.</summary>
    public string PickupPointId { get; } = "012345";

    /// <summary>Gets the numbers of the parcels that were bought, in order.</summary>
    public IReadOnlyList<string> LiveParcels
    {
        get
        {
            lock (Gate)
            {
                return [.. _parcels.Select(static parcel => parcel.Number)];
            }
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Label(routes, "generateLabel", "ship", body => Ship(body, isDryRun: false));
        Label(routes, "checkGenerateLabel", "check", body => Ship(body, isDryRun: true));
        Label(routes, "getLabel", "label", Reprint);
        Label(routes, "generateBordereauByParcelsNumbers", "manifest", Close);
        Label(routes, "getListMailBoxPickingDates", "pickup-days", _ => Days());
        Label(routes, "planPickup", "pickup", Collect);
        Operation(routes, "POST", "pointretrait-ws-cxf/rest/v2/pointretrait/findRDVPointRetraitAcheminement", "pickup-points", FindPointsAsync);
        Operation(routes, "POST", "tracking-timeline-ws/rest/tracking/timelineCompany", "track", TrackAsync);
    }

    private static ColissimoSandboxAnswer Refuse(string id, string message) => new(400, Messages(id, message, "ERROR"));

    private static JsonObject Messages(string id = "0", string message = "La requête a été traitée avec succès", string type = "SUCCESS") => new()
    {
        ["messages"] = new JsonArray(new JsonObject
        {
            ["id"] = id, ["type"] = type, ["messageContent"] = message, ["replacementValues"] = new JsonArray(),
        }),
    };

    private void Label(IEndpointRouteBuilder routes, string path, string operation, Func<JsonObject, ColissimoSandboxAnswer> handle) =>
        Operation(routes, "POST", Sls + path, operation, async context =>
        {
            if (context.Request.Headers["apiKey"] != ApiKey)
            {
                await SandboxJson.WriteAsync(context, 403, Messages("30000", "Identifiant ou mot de passe incorrect", "ERROR")).ConfigureAwait(false);
                return;
            }

            if (await SandboxJson.ReadAsync(context).ConfigureAwait(false) is not { } body)
            {
                context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return;
            }

            ColissimoSandboxAnswer answer;
            lock (Gate)
            {
                answer = handle(body);
            }

            await answer.WriteAsync(context).ConfigureAwait(false);
        });

    private ColissimoSandboxAnswer Ship(JsonObject body, bool isDryRun)
    {
        if (Wrong(body["letter"], out var product, out var kilograms) is { } refusal)
        {
            return refusal;
        }

        if (isDryRun)
        {
            return new ColissimoSandboxAnswer(200, Messages());
        }

        var prefix = product switch { "DOM" => "6A", "DOS" => "6C", "HD" => "6H", "COM" => "8Q", "CDS" => "7Q", "CORE" => "8R", "CORF" => "CQ", "CORI" => "7R", _ => "9V" };
        var parcel = new ColissimoSandboxParcel(
            string.Create(CultureInfo.InvariantCulture, $"{prefix}{_parcels.Count + 1:00000000000}"),
            product,
            Clock.GetUtcNow(),
            body.At("letter", "addressee", "address", "zipCode").Text(),
            kilograms);
        _parcels.Add(parcel);
        var json = Messages();
        json["labelV2Response"] = new JsonObject { ["parcelNumber"] = parcel.Number, ["parcelNumberPartner"] = "" };
        var answer = new ColissimoSandboxAnswer(200, json).With("label", Print(parcel, body.At("outputFormat", "outputPrintingType").Text()));
        return body.At("letter", "customsDeclarations") is null || product == "CORI" ? answer : answer.With("cn23", SandboxLabel.Pdf([["CN23", parcel.Number]]));
    }

    private ColissimoSandboxAnswer? Wrong(JsonNode? letter, out string product, out decimal kilograms)
    {
        var address = letter.At("addressee", "address");
        product = letter.At("service", "productCode").Text();
        var hasWeight = decimal.TryParse(letter.At("parcel", "weight").Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out kilograms);
        var isPoint = product == "HD";
        return true switch
        {
            _ when !Products.Contains(product) => Refuse("30109", "Le code produit est incorrect"),
            _ when !hasWeight || kilograms is < 0.01m or > 30 => Refuse("30301", "Le poids du colis est incorrect"),
            _ when string.CompareOrdinal(letter.At("service", "depositDate").Text(), Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0 =>
                Refuse("30102", "La date de dépôt est antérieure à la date courante"),
            _ when letter.At("sender", "address", "countryCode").Text() == "FR" && !IsFrench(letter.At("sender", "address", "zipCode").Text()) =>
                Refuse("30108", "Le code postal de l'expéditeur ne correspond pas au pays"),
            _ when address.At("countryCode").Text() == "FR" && !IsFrench(address.At("zipCode").Text()) =>
                Refuse("GEO_ROUTING_R102", "La ville et le code postal du destinataire sont incohérents"),
            _ when isPoint && address.At("mobileNumber").Text().Length == 0 => Refuse("30220", "Le numéro de portable du destinataire n'a pas été transmis"),
            _ when isPoint && letter.At("parcel", "pickupLocationId").Text() != PickupPointId => Refuse("30065", "Le point de retrait est inconnu"),
            _ when letter.At("customsDeclarations") is not null && letter.At("service", "totalAmount") is null => Refuse("30025", "Le montant total n'a pas été transmis"),
            _ => null,
        };
    }

    private ColissimoSandboxAnswer Reprint(JsonObject body) => Find(body["parcelNumber"].Text()) is { } parcel
        ? new ColissimoSandboxAnswer(200, Messages()).With("label", Print(parcel, body["outputPrintingType"].Text()))
        : Refuse("30500", "Le numéro de colis est inconnu");

    private ColissimoSandboxAnswer Close(JsonObject body)
    {
        var numbers = body.At("generateBordereauParcelNumberList", "parcelsNumbers").Items().Select(static number => number.Text()).ToList();
        if (numbers.Count == 0 || numbers.Exists(number => Find(number) is null))
        {
            return Refuse("30500", "Le numéro de colis est inconnu");
        }

        var json = Messages();
        json["bordereauHeader"] = new JsonObject
        {
            ["bordereauNumber"] = (++_slips).ToString(CultureInfo.InvariantCulture),
            ["publishingDate"] = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["numberOfParcels"] = numbers.Count,
            ["codeSitePCH"] = "000000",
        };
        return new ColissimoSandboxAnswer(200, json).With("deliveryPaper", SandboxLabel.Pdf([["Bordereau", .. numbers]]));
    }

    private ColissimoSandboxAnswer Days()
    {
        var json = Messages();
        json["mailBoxPickingDateMaxHour"] = "12:00";
        json["mailBoxPickingDates"] = new JsonArray([.. Enumerable.Range(1, 3)
            .Select(days => (JsonNode)Today().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);
        return new ColissimoSandboxAnswer(200, json);
    }

    private ColissimoSandboxAnswer Collect(JsonObject body) => Find(body["parcelNumber"].Text()) switch
    {
        null => Refuse("30500", "Le numéro de colis est inconnu"),
        { Product: not ("CORE" or "CORF") } => Refuse("30501", "Le produit ne permet pas le relevage en boîte aux lettres"),
        var parcel when !_collected.Add(parcel.Number) => Refuse("30502", "Le relevage est déjà planifié"),
        _ => new ColissimoSandboxAnswer(200, Messages()),
    };

    private ColissimoSandboxParcel? Find(string number) => _parcels.Find(parcel => parcel.Number == number);

    private DateOnly Today() => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    private static bool IsFrench(string code) => code.Length == 5 && code.All(char.IsAsciiDigit);

    private static byte[] Print(ColissimoSandboxParcel parcel, string word)
    {
        IReadOnlyList<IReadOnlyList<string>> pages = [["Colissimo", parcel.Product, parcel.Number, parcel.PostalCode]];
        return word.StartsWith("ZPL", StringComparison.Ordinal) ? SandboxLabel.Zpl(pages) : SandboxLabel.Pdf(pages);
    }
}
