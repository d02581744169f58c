using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

public sealed partial class FedExSandbox
{
    private static string Code(TrackingStatus status) => status.Value switch
    {
        "created" => "OC",
        "picked_up" => "PU",
        "in_transit" => "IT",
        "out_for_delivery" => "OD",
        "delivered" => "DL",
        _ => "CA",
    };

    private async Task TrackAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var numbers = body.At("trackingInfo").Items().Select(info => info.At("trackingNumberInfo", "trackingNumber").Text()).ToList();
        await OutputAsync(context, new JsonObject
        {
            ["completeTrackResults"] = List(numbers, number => new JsonObject
            {
                ["trackingNumber"] = number, ["trackResults"] = new JsonArray(Tracked(number)),
            }),
        }).ConfigureAwait(false);
    }

    private async Task TrackReferenceAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var reference = body.At("referencesInformation", "value").Text();
        List<string> numbers;
        lock (Gate)
        {
            numbers = [.. _shipments.Values.Where(shipment => shipment.References.Contains(reference)).SelectMany(shipment => shipment.Packages)];
        }

        await (numbers.Count == 0
            ? ErrorAsync(context, 404, "TRACKING.REFERENCENUMBER.NOTFOUND", "Reference number cannot be found.")
            : OutputAsync(context, new JsonObject
            {
                ["completeTrackResults"] = List(numbers, number => new JsonObject
                {
                    ["trackingNumber"] = number, ["trackResults"] = new JsonArray(Tracked(number)),
                }),
            })).ConfigureAwait(false);
    }

    private FedExShipment? Find(string number)
    {
        lock (Gate)
        {
            return _shipments.Values.FirstOrDefault(shipment => shipment.Packages.Contains(number));
        }
    }

    private JsonObject Tracked(string number)
    {
        if (Find(number) is not { } shipment)
        {
            return new JsonObject
            {
                ["trackingNumberInfo"] = new JsonObject { ["trackingNumber"] = number },
                ["error"] = new JsonObject { ["code"] = "TRACKING.TRACKINGNUMBER.NOTFOUND", ["message"] = "Tracking number cannot be found." },
            };
        }

        var steps = SandboxJourney.Until(shipment.CreatedAt, Clock.GetUtcNow()).Reverse().ToList();
        var code = shipment.IsCancelled ? "CA" : Code(steps[0].Status);
        return new JsonObject
        {
            ["trackingNumberInfo"] = new JsonObject { ["trackingNumber"] = number },
            ["latestStatusDetail"] = new JsonObject { ["code"] = code, ["derivedCode"] = code, ["description"] = "sandbox" },
            ["packageDetails"] = new JsonObject
            {
                ["sequenceNumber"] = (shipment.Packages.ToList().IndexOf(number) + 1).ToString(CultureInfo.InvariantCulture),
                ["count"] = shipment.Packages.Count.ToString(CultureInfo.InvariantCulture),
            },
            ["scanEvents"] = List(steps, step => new JsonObject
            {
                ["date"] = step.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
                ["eventType"] = Code(step.Status),
                ["eventDescription"] = step.Status.Value,
                ["scanLocation"] = new JsonObject { ["city"] = "LILLE", ["countryCode"] = "FR" },
            }),
        };
    }

    private async Task ProofAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var number = body.At("trackDocumentSpecification").Items().Select(item => item.At("trackingNumberInfo", "trackingNumber").Text()).FirstOrDefault() ?? "";
        var isDelivered = Find(number) is { } shipment
            && SandboxJourney.Until(shipment.CreatedAt, Clock.GetUtcNow()).Last().Status == TrackingStatus.Delivered;
        await (isDelivered
            ? OutputAsync(context, new JsonObject { ["documentFormat"] = "PDF", ["documents"] = new JsonArray(Convert.ToBase64String(Paper("FedEx sandbox signature"))) })
            : ErrorAsync(context, 400, "TRACKING.DOCUMENT.NOTFOUND", "There is no proof of delivery.")).ConfigureAwait(false);
    }

    private async Task PickupAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (body.At("associatedAccountNumber", "value").Text() != AccountNumber)
        {
            await ErrorAsync(context, 400, "ACCOUNT.NUMBER.MISMATCH", "Account number mismatch.").ConfigureAwait(false);
            return;
        }

        var ready = body.At("originDetail", "readyDateTimestamp").Text();
        if (string.CompareOrdinal(ready, Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0)
        {
            await ErrorAsync(context, 400, "PICKUP.REQUESTED.PREVIOUS.DAY", "The pickup date is in the past.").ConfigureAwait(false);
            return;
        }

        string code;
        lock (Gate)
        {
            code = string.Create(CultureInfo.InvariantCulture, $"{3001 + _pickups.Count}");
            _pickups[code] = "NQAA";
        }

        await OutputAsync(context, new JsonObject { ["pickupConfirmationCode"] = code, ["location"] = "NQAA" }).ConfigureAwait(false);
    }

    private async Task CancelPickupAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var code = body.At("pickupConfirmationCode").Text();
        bool known;
        lock (Gate)
        {
            known = _pickups.TryGetValue(code, out var location) && location == body.At("location").Text() && _pickups.Remove(code);
        }

        await (known
            ? OutputAsync(context, new JsonObject { ["pickupConfirmationCode"] = code })
            : ErrorAsync(context, 400, "PICKUP.NUMBER.EXPIRED", "The pickup is unknown or over.")).ConfigureAwait(false);
    }

    private async Task CalendarAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        await OutputAsync(context, new JsonObject
        {
            ["options"] = new JsonArray(new JsonObject
            {
                ["carrier"] = body.At("carriers").Items().First().Text(),
                ["available"] = true,
                ["pickupDate"] = body.At("dispatchDate").Text(),
                ["cutOffTime"] = "16:00:00",
                ["defaultReadyTime"] = "09:00:00",
            }),
        }).ConfigureAwait(false);
    }

    private async Task LocationsAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var address = body.At("location", "address");
        var max = int.Parse(body.At("locationsSummaryRequestControlParameters", "maxResults").Text(), CultureInfo.InvariantCulture);
        await OutputAsync(context, new JsonObject
        {
            ["locationDetailList"] = List(Enumerable.Range(1, Math.Min(3, max)), i => new JsonObject
            {
                ["locationId"] = string.Create(CultureInfo.InvariantCulture, $"SBX{i}"),
                ["locationType"] = "FEDEX_ONSITE",
                ["distance"] = new JsonObject { ["units"] = "KM", ["value"] = 0.4m * i },
                ["contactAndAddress"] = new JsonObject
                {
                    ["contact"] = new JsonObject { ["companyName"] = "Relais du bac à sable" },
                    ["address"] = new JsonObject
                    {
                        ["streetLines"] = new JsonArray(string.Create(CultureInfo.InvariantCulture, $"{i} place des Essais")),
                        ["city"] = address.At("city").Text(),
                        ["postalCode"] = address.At("postalCode").Text(),
                        ["countryCode"] = address.At("countryCode").Text(),
                    },
                },
                ["storeHours"] = new JsonArray(new JsonObject
                {
                    ["dayofweek"] = "MONDAY",
                    ["operationalHoursType"] = "OPEN_BY_HOURS",
                    ["operationalHours"] = new JsonArray(new JsonObject { ["begins"] = "09:00:00", ["ends"] = "19:00:00" }),
                }),
                ["packageMaximumLimits"] = new JsonObject { ["weight"] = new JsonObject { ["units"] = "KG", ["value"] = 20 } },
            }),
        }).ConfigureAwait(false);
    }

    private async Task AddressAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var address = body.At("addressesToValidate").Items().First().At("address");
        await OutputAsync(context, new JsonObject
        {
            ["resolvedAddresses"] = new JsonArray(new JsonObject
            {
                ["streetLinesToken"] = List(address.At("streetLines").Items(), line => JsonValue.Create(line.Text().ToUpperInvariant())!),
                ["city"] = address.At("city").Text().ToUpperInvariant(),
                ["postalCode"] = address.At("postalCode").Text(),
                ["countryCode"] = address.At("countryCode").Text(),
                ["classification"] = "UNKNOWN",
                ["attributes"] = new JsonObject { ["Resolved"] = "true", ["CountrySupported"] = "true" },
            }),
        }).ConfigureAwait(false);
    }

    private async Task CloseAsync(HttpContext context)
    {
        bool any;
        lock (Gate)
        {
            any = _shipments.Values.Any(shipment => shipment is { IsGround: true, IsCancelled: false });
        }

        await (any
            ? OutputAsync(context, new JsonObject
            {
                ["closeDocuments"] = new JsonArray(new JsonObject
                {
                    ["type"] = "MANIFEST",
                    ["parts"] = new JsonArray(new JsonObject { ["documentPartSequenceNumber"] = 1, ["image"] = Convert.ToBase64String(Paper("FedEx sandbox manifest")) }),
                }),
            })
            : ErrorAsync(context, 400, "GROUND.CLOSE.NOSHIPMENTS", "There are no shipments to close.")).ConfigureAwait(false);
    }

    private async Task UploadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        JsonNode? told;
        try
        {
            told = JsonNode.Parse(form["document"].ToString());
        }
        catch (JsonException)
        {
            told = null;
        }

        if (told.At("meta", "shipDocumentType").Text().Length == 0 || form.Files.GetFile("attachment") is null)
        {
            await ErrorAsync(context, 400, "1001", "Invalid request: missing document or attachment").ConfigureAwait(false);
            return;
        }

        string id;
        lock (Gate)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"0904sandbox{_documents.Count + 1:D4}");
            _documents.Add(id);
        }

        await OutputAsync(context, new JsonObject { ["meta"] = new JsonObject { ["docId"] = id, ["documentType"] = "CI" } }, 201).ConfigureAwait(false);
    }
}
