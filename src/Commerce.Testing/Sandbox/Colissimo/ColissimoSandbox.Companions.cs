using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Labels again, slips, collections, points and tracking.</content>
public sealed partial class ColissimoSandbox
{
    private const int Points = 3;

    private static JsonObject Point(int index)
    {
        var point = new JsonObject
        {
            ["identifiant"] = string.Create(CultureInfo.InvariantCulture, $"0100{index:D2}"),
            ["nom"] = string.Create(CultureInfo.InvariantCulture, $"RELAIS EXEMPLE {index}"),
            ["adresse1"] = string.Create(CultureInfo.InvariantCulture, $"{index} PLACE DE L EXEMPLE"),
            ["codePostal"] = "69002",
            ["localite"] = "LYON",
            ["codePays"] = "FR",
            ["coordGeolocalisationLatitude"] = "45.7578",
            ["coordGeolocalisationLongitude"] = "4.8320",
            ["distanceEnMetre"] = index * 350,
            ["typeDePoint"] = "A2P",
            ["poidsMaxi"] = 20_000,
            ["congesTotal"] = false,
        };
        foreach (var day in (string[])["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"])
        {
            point["horairesOuverture" + day] = "09:00-12:00 14:00-19:00";
        }

        point["horairesOuvertureDimanche"] = "00:00-00:00 00:00-00:00";
        return point;
    }

    private void MapCompanions(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "pointretrait-ws-cxf/rest/v2/pointretrait/findRDVPointRetraitAcheminement", "points", context => GuardedAsync(context, FindPointsAsync));
        Operation(routes, "POST", "tracking-timeline-ws/rest/tracking/timelineCompany", "track", context => GuardedAsync(context, TrackAsync));
    }

    private async Task LabelAgainAsync(HttpContext context, JsonObject body)
    {
        var number = Text(body["parcelNumber"]);
        if (!Parcels.Contains(number))
        {
            await SandboxJson.WriteAsync(context, StatusCodes.Status400BadRequest, Message("30300", "Le colis est inconnu")).ConfigureAwait(false);
            return;
        }

        await WritePartsAsync(
            context, Message("0", "OK"), ("label", Draw(Text(body["outputPrintingType"]), number, "Colissimo sandbox", "SPECIMEN"))).ConfigureAwait(false);
    }

    private async Task SlipAsync(HttpContext context, JsonObject body)
    {
        var numbers = (body["generateBordereauParcelNumberList"].At("parcelsNumbers") as JsonArray ?? []).Select(static number => number!.ToString()).ToList();
        if (numbers.Count == 0 || numbers.Any(number => !Parcels.Contains(number)))
        {
            await SandboxJson.WriteAsync(context, StatusCodes.Status400BadRequest, Message("30301", "Un colis du bordereau est inconnu")).ConfigureAwait(false);
            return;
        }

        var number = Interlocked.Increment(ref _slips);
        var infos = Message("0", "OK");
        infos["bordereauHeader"] = new JsonObject
        {
            ["bordereauNumber"] = number.ToString(CultureInfo.InvariantCulture),
            ["publishingDate"] = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["numberOfParcels"] = numbers.Count,
            ["codeSitePCH"] = "000000",
        };
        await WritePartsAsync(context, infos, ("deliveryPaper", Draw("PDF", [.. numbers.Prepend("Bordereau")]))).ConfigureAwait(false);
    }

    private Task DatesAsync(HttpContext context, JsonObject body)
    {
        if (Text(body["sender"].At("countryCode")) != "FR")
        {
            return SandboxJson.WriteAsync(context, StatusCodes.Status400BadRequest, Message("30302", "Le pays n est pas desservi"));
        }

        var today = Clock.GetUtcNow().Date;
        var infos = Message("0", "OK");
        infos["mailBoxPickingDateMaxHour"] = "12:00";
        infos["mailBoxPickingDates"] = new JsonArray(
            [.. Enumerable.Range(1, 3).Select(day => (JsonNode)today.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);
        return SandboxJson.WriteAsync(context, StatusCodes.Status200OK, infos);
    }

    private Task PlanAsync(HttpContext context, JsonObject body)
    {
        lock (Gate)
        {
            var parcel = _parcels.Find(known => known.Number == Text(body["parcelNumber"]));
            if (parcel is null || parcel.Product is not ("CORE" or "CORF"))
            {
                return SandboxJson.WriteAsync(context, StatusCodes.Status400BadRequest, Message("30303", "Le colis ne peut pas etre collecte"));
            }

            parcel.CollectedOn = Text(body["mailBoxPickingDate"]);
        }

        return SandboxJson.WriteAsync(context, StatusCodes.Status200OK, Message("0", "OK"));
    }

    private Task FindPointsAsync(HttpContext context, JsonObject body)
    {
        var isKnown = Text(body["zipCode"]).StartsWith("69", StringComparison.Ordinal);
        var answer = new JsonObject { ["errorCode"] = isKnown ? 0 : 301, ["errorMessage"] = isKnown ? "Code retour OK" : "Aucun point" };
        if (isKnown)
        {
            answer["listePointRetraitAcheminement"] = new JsonArray([.. Enumerable.Range(1, Points).Select(static index => (JsonNode)Point(index))]);
        }

        return SandboxJson.WriteAsync(context, StatusCodes.Status200OK, answer);
    }

    private Task TrackAsync(HttpContext context, JsonObject body)
    {
        var answer = new JsonObject { ["status"] = new JsonArray(new JsonObject { ["code"] = "0", ["message"] = "OK" }) };
        lock (Gate)
        {
            if (_parcels.Find(known => known.Number == Text(body["parcelNumber"])) is { } parcel)
            {
                answer["parcel"] = new JsonObject
                {
                    ["parcelNumber"] = parcel.Number,
                    ["event"] = new JsonArray([.. SandboxJourney.Until(parcel.CreatedAt, Clock.GetUtcNow()).Reverse().Select(step => (JsonNode)Event(step.At, step.Status.Value))]),
                };
            }
        }

        return SandboxJson.WriteAsync(context, StatusCodes.Status200OK, answer);

        static JsonObject Event(DateTimeOffset at, string status) => new()
        {
            ["code"] = status switch
            {
                "created" => "COMCFM",
                "picked_up" => "PCHCFM",
                "in_transit" => "AARCFM",
                "out_for_delivery" => "MLVCFM",
                _ => "LIVCFM",
            },
            ["date"] = at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["labelLong"] = "Sandbox",
            ["siteName"] = "LYON PPDC",
            ["siteZipCode"] = "69002",
        };
    }
}
