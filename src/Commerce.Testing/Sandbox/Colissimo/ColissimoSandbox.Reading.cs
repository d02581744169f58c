using System.Globalization;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

public sealed partial class ColissimoSandbox
{
    private static readonly Dictionary<TrackingStatus, (string Code, string Label)> Events = new()
    {
        [TrackingStatus.Created] = ("COMCFM", "Your parcel is being prepared"),
        [TrackingStatus.PickedUp] = ("PCHCFM", "Your parcel was handed over"),
        [TrackingStatus.InTransit] = ("AECCFM", "Your parcel is on its way"),
        [TrackingStatus.OutForDelivery] = ("MLVCFM", "Your parcel is being delivered"),
        [TrackingStatus.Delivered] = ("LIVCFM", "Your parcel is delivered"),
    };

    private async Task FindPointsAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (body?["apiKey"].Text() != ApiKey)
        {
            context.Response.StatusCode = 403;
            return;
        }

        var code = true switch
        {
            _ when body["zipCode"].Text().Length == 0 => "104",
            _ when body["countryCode"].Text() == "FR" && body["optionInter"].Text() == "1" => "146",
            _ when body["zipCode"].Text() == "99999" => "300",
            _ => "0",
        };
        var answer = new JsonObject { ["errorCode"] = int.Parse(code, CultureInfo.InvariantCulture), ["errorMessage"] = code == "0" ? "Code retour OK" : "Erreur" };
        if (code == "0")
        {
            answer["listePointRetraitAcheminement"] = new JsonArray(Point(body));
        }

        await SandboxJson.WriteAsync(context, 200, answer).ConfigureAwait(false);
    }

    private JsonObject Point(JsonObject body) => new()
    {
        ["identifiant"] = PickupPointId, ["nom"] = "RELAIS EXEMPLE", ["adresse1"] = "1 PLACE DU MARCHE", ["adresse2"] = "", ["adresse3"] = "",
        ["codePostal"] = body["zipCode"].Text(), ["localite"] = body["city"].Text(), ["codePays"] = body["countryCode"].Text(),
        ["coordGeolocalisationLatitude"] = "45.7578", ["coordGeolocalisationLongitude"] = "4.8320", ["distanceEnMetre"] = 350,
        ["horairesOuvertureLundi"] = "09:00-12:00 14:00-19:00", ["horairesOuvertureDimanche"] = "00:00-00:00 00:00-00:00",
        ["typeDePoint"] = "A2P", ["poidsMaxi"] = 20000, ["listeConges"] = new JsonArray(),
    };

    private async Task TrackAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        ColissimoSandboxParcel? parcel;
        lock (Gate)
        {
            parcel = Find(body?["parcelNumber"].Text() ?? "");
        }

        if (body?["apiKey"].Text() != ApiKey)
        {
            context.Response.StatusCode = 403;
            return;
        }

        // What Colissimo says about a number that it does not know is not published: here it is a parcel without events.
        var journey = parcel is null ? [] : SandboxJourney.Until(parcel.CreatedAt, Clock.GetUtcNow());
        var events = journey.Reverse().Select(static step => (JsonNode)new JsonObject
        {
            ["code"] = Events[step.Status].Code,
            ["date"] = step.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["labelLong"] = Events[step.Status].Label,
            ["siteName"] = "LYON PPDC",
            ["siteZipCode"] = "69002",
        }).ToArray();
        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["status"] = new JsonArray(new JsonObject { ["code"] = "0", ["message"] = "OK" }),
            ["parcel"] = new JsonObject { ["parcelNumber"] = body["parcelNumber"].Text(), ["event"] = new JsonArray(events) },
        }).ConfigureAwait(false);
    }
}
