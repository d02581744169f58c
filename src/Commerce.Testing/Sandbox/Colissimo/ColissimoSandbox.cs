using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>Colissimo: labels with customs forms, deposit slips, mailbox collections, pickup points and tracking. Points and travel times are invented.</summary>
public sealed partial class ColissimoSandbox : SandboxVendor
{
    private const string LabelPath = "sls-ws/SlsServiceWSRest/{version}/";
    private const decimal MaxKilograms = 30;
    private static readonly string[] Products = ["DOM", "DOS", "HD", "COM", "CDS", "ECO", "CORE", "CORF", "CORI"];
    private readonly List<ColissimoSandboxParcel> _parcels = [];
    private SandboxBucket _bucket;
    private int _slips;

    internal ColissimoSandbox(TimeProvider clock)
        : base("colissimo", clock) => _bucket = new SandboxBucket(500, TimeSpan.FromSeconds(10), clock);

    /// <summary>Gets the key that it accepts.</summary>
    public string ApiKey { get; } = "sandbox-colissimo-key";

    /// <summary>Gets the numbers of the parcels that were bought, in order.</summary>
    public IReadOnlyList<string> Parcels
    {
        get
        {
            lock (Gate)
            {
                return [.. _parcels.Select(static parcel => parcel.Number)];
            }
        }
    }

    /// <summary>Sets the limit of calls; the default is 500 in 10 seconds.</summary>
    /// <param name="calls">How many calls.</param>
    /// <param name="period">In which time.</param>
    public void Limit(int calls, TimeSpan period) => _bucket = new SandboxBucket(calls, period, Clock);

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", LabelPath + "checkGenerateLabel", "check", context => GuardedAsync(context, CheckAsync));
        Operation(routes, "POST", LabelPath + "generateLabel", "ship", context => GuardedAsync(context, GenerateAsync));
        Operation(routes, "POST", LabelPath + "getLabel", "label-again", context => GuardedAsync(context, LabelAgainAsync));
        Operation(routes, "POST", LabelPath + "generateBordereauByParcelsNumbers", "manifest", context => GuardedAsync(context, SlipAsync));
        Operation(routes, "POST", LabelPath + "getListMailBoxPickingDates", "pickup-dates", context => GuardedAsync(context, DatesAsync));
        Operation(routes, "POST", LabelPath + "planPickup", "pickup", context => GuardedAsync(context, PlanAsync));
        MapCompanions(routes);
    }

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    private static JsonObject Message(string id, string text) => new()
    {
        ["messages"] = new JsonArray(new JsonObject
        {
            ["id"] = id, ["type"] = id == "0" ? "INFOS" : "ERROR", ["messageContent"] = text, ["replacementValues"] = new JsonArray(),
        }),
    };

    private static byte[] Draw(string format, params string[] lines) =>
        format.StartsWith("PDF", StringComparison.Ordinal)
            ? SandboxLabel.Pdf([lines])
            : SandboxLabel.Zpl([lines], format.EndsWith("300dpi", StringComparison.Ordinal) ? 300 : 203);

    // Parts of raw bytes, as the label service answers.
    private static async Task WritePartsAsync(HttpContext context, JsonObject infos, params (string Id, byte[] Content)[] parts)
    {
        const string Boundary = "uuid:00000000-0000-0000-0000-000000000001";
        using var body = new MemoryStream();
        foreach (var (id, content) in parts.Prepend(("jsonInfos", Encoding.UTF8.GetBytes(infos.ToJsonString()))))
        {
            var type = id == "jsonInfos" ? "application/json;charset=UTF-8" : "application/octet-stream";
            body.Write(Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <{id}>\r\n\r\n"));
            body.Write(content);
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.ASCII.GetBytes($"--{Boundary}--"));
        context.Response.ContentType = $"multipart/mixed; boundary=\"{Boundary}\"";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted).ConfigureAwait(false);
    }

    private async Task GuardedAsync(HttpContext context, Func<HttpContext, JsonObject, Task> handle)
    {
        if (!_bucket.TryTake())
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "1";
            return;
        }

        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (body is null)
        {
            await SandboxJson.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, Message("30001", "JSON malforme")).ConfigureAwait(false);
        }
        else if (context.Request.Headers["apiKey"] != ApiKey)
        {
            await SandboxJson.WriteAsync(context, StatusCodes.Status403Forbidden, Message("30000", "Identifiant ou mot de passe incorrect")).ConfigureAwait(false);
        }
        else
        {
            await handle(context, body).ConfigureAwait(false);
        }
    }

    private static JsonObject? Objection(JsonObject body)
    {
        var letter = body["letter"];
        var address = letter.At("addressee", "address");
        var product = Text(letter.At("service", "productCode"));
        var weight = letter.At("parcel", "weight")?.GetValue<decimal>() ?? 0;
        var zip = Text(address.At("zipCode"));
        if (!Products.Contains(product))
        {
            return Message("30109", "Le code produit est incorrect");
        }

        if (weight is <= 0 or > MaxKilograms)
        {
            return Message("30014", "Le poids du colis est incorrect");
        }

        if (Text(address.At("countryCode")) == "FR" && (zip.Length != 5 || !zip.All(char.IsAsciiDigit)))
        {
            return Message("GEO_ROUTING_R102", "La ville et le code postal du destinataire sont incoherents");
        }

        return product == "HD" && Text(address.At("mobileNumber")).Length == 0
            ? Message("30220", "Le numero de portable du destinataire est obligatoire")
            : null;
    }

    private Task CheckAsync(HttpContext context, JsonObject body) => Objection(body) is { } objection
        ? SandboxJson.WriteAsync(context, StatusCodes.Status400BadRequest, objection)
        : SandboxJson.WriteAsync(context, StatusCodes.Status200OK, Message("0", "OK"));

    private async Task GenerateAsync(HttpContext context, JsonObject body)
    {
        if (Objection(body) is { } objection)
        {
            await WriteRefusalAsync(context, objection).ConfigureAwait(false);
            return;
        }

        var product = Text(body["letter"].At("service", "productCode"));
        string number;
        lock (Gate)
        {
            number = string.Create(CultureInfo.InvariantCulture, $"{Prefix(product)}{_parcels.Count + 1:D11}");
            _parcels.Add(new ColissimoSandboxParcel(number, product, Clock.GetUtcNow()));
        }

        var format = Text(body["outputFormat"].At("outputPrintingType"));
        var infos = Message("0", "La requete a ete traitee avec succes");
        infos["labelV2Response"] = new JsonObject { ["parcelNumber"] = number, ["parcelNumberPartner"] = "", ["pdfUrl"] = null };
        var label = ("label", Draw(format, number, "Colissimo sandbox", "SPECIMEN"));
        await (body["letter"].At("customsDeclarations") is null
            ? WritePartsAsync(context, infos, label)
            : WritePartsAsync(context, infos, label, ("cn23", Draw("PDF", number, "CN23")))).ConfigureAwait(false);
    }

    // Refusals of labels come in parts too, as they sometimes do.
    private static Task WriteRefusalAsync(HttpContext context, JsonObject message)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return WritePartsAsync(context, message);
    }

    private static string Prefix(string product) => product switch
    {
        "DOM" => "6A",
        "HD" => "6H",
        "COM" => "8Q",
        "CDS" => "7Q",
        "ECO" => "9W",
        "CORE" => "8R",
        "CORF" => "CQ",
        "CORI" => "7R",
        _ => "6C",
    };

    private sealed record ColissimoSandboxParcel(string Number, string Product, DateTimeOffset CreatedAt)
    {
        public string? CollectedOn { get; set; }
    }
}
