using System.Globalization;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Transit times, access points, address checks, collections and proofs.</content>
public sealed partial class UpsSandbox
{
    private static readonly string[] Points = ["U00000001", "U00000002", "U00000003"];
    private readonly Dictionary<string, bool> _collections = new(StringComparer.Ordinal);

    /// <summary>Gets the numbers of the collections that are booked and not cancelled.</summary>
    public IReadOnlyList<string> LiveCollections
    {
        get
        {
            lock (Gate)
            {
                return [.. _collections.Where(static collection => collection.Value).Select(static collection => collection.Key)];
            }
        }
    }

    private static JsonObject Point(string id, int index) => new()
    {
        ["LocationID"] = id[^6..],
        ["Geocode"] = new JsonObject { ["Latitude"] = "45.7578", ["Longitude"] = "4.8320" },
        ["AddressKeyFormat"] = new JsonObject
        {
            ["ConsigneeName"] = "RELAIS " + id,
            ["AddressLine"] = string.Create(CultureInfo.InvariantCulture, $"{index + 1} PLACE DE L EXEMPLE"),
            ["PoliticalDivision2"] = "LYON",
            ["PoliticalDivision1"] = "",
            ["PostcodePrimaryLow"] = "69002",
            ["CountryCode"] = "FR",
        },
        ["Distance"] = new JsonObject
        {
            ["Value"] = (0.4m * (index + 1)).ToString(CultureInfo.InvariantCulture), ["UnitOfMeasurement"] = new JsonObject { ["Code"] = "KM" },
        },
        ["OperatingHours"] = new JsonObject
        {
            ["StandardHours"] = new JsonArray(new JsonObject
            {
                ["HoursType"] = "10",
                ["DayOfWeek"] = new JsonArray(
                    new JsonObject { ["Day"] = "2", ["OpenHours"] = "0900", ["CloseHours"] = "1900" },
                    new JsonObject { ["Day"] = "1", ["ClosedIndicator"] = "" }),
            }),
        },
        ["AccessPointInformation"] = new JsonObject
        {
            ["PublicAccessPointID"] = id, ["AccessPointStatus"] = new JsonObject { ["Code"] = "01", ["Description"] = "Active-available" },
        },
    };

    private static JsonObject? Proof(UpsShipment shipment, string number, DateTimeOffset now) =>
        SandboxJourney.Until(shipment.CreatedAt, shipment.VoidedAt ?? now).Last().Status == TrackingStatus.Delivered
            ? new JsonObject { ["pod"] = new JsonObject { ["content"] = Convert.ToBase64String(SandboxLabel.Pdf([[number, "Proof of delivery"]])) } }
            : null;

    private void MapCompanions(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "api/shipments/v1/transittimes", "transit-times", context => GuardedAsync(context, TransitAsync));
        Operation(routes, "POST", "api/locations/v3/search/availabilities/64", "locate", context => GuardedAsync(context, LocateAsync));
        Operation(routes, "POST", "api/addressvalidation/v2/3", "validate-address", context => GuardedAsync(context, ValidateAsync));
        Operation(routes, "POST", "api/pickupcreation/{version}/pickup", "pickup", context => GuardedAsync(context, CollectAsync));
        Operation(routes, "DELETE", "api/shipments/{version}/pickup/02", "cancel-pickup", context => GuardedAsync(context, CancelCollectionAsync));
        Operation(routes, "POST", "api/paperlessdocuments/v2/upload", "upload-paper", context => GuardedAsync(context, UploadAsync));
        Operation(routes, "POST", "api/paperlessdocuments/v2/image", "attach-paper", context => GuardedAsync(context, AttachAsync));
        Operation(routes, "DELETE", "api/paperlessdocuments/v2/DocumentId/ShipperNumber", "delete-paper", context => GuardedAsync(context, DeletePaperAsync));
    }

    private async Task TransitAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (!DateOnly.TryParseExact(body.At("shipDate").Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            await ErrorAsync(context, 400, "20008", "Invalid field value: shipDate").ConfigureAwait(false);
            return;
        }

        var isAmbiguous = body.At("destinationPostalCode").Text().Length == 0;
        var answer = new JsonObject { ["validationList"] = new JsonObject { ["originAmbiguous"] = false, ["destinationAmbiguous"] = isAmbiguous } };
        if (!isAmbiguous)
        {
            var services = new JsonArray();
            foreach (var (level, name, days) in ((string, string, int)[])[("25", "UPS Standard", 2), ("18", "UPS Worldwide Saver", 1), ("01", "UPS Worldwide Express", 1)])
            {
                services.Add((JsonNode)new JsonObject
                {
                    ["serviceLevel"] = level,
                    ["serviceLevelDescription"] = name,
                    ["deliveryDate"] = day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["deliveryTime"] = days == 1 ? "12:00:00" : "23:30:00",
                    ["businessTransitDays"] = days,
                    ["guaranteeIndicator"] = days == 1 ? "1" : "0",
                });
            }

            answer["emsResponse"] = new JsonObject { ["numberOfServices"] = services.Count, ["services"] = services };
        }

        await SandboxJson.WriteAsync(context, 200, answer).ConfigureAwait(false);
    }

    private async Task LocateAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var request = body.At("LocatorRequest");
        var near = request.At("OriginAddress", "AddressKeyFormat");
        var response = new JsonObject { ["Response"] = new JsonObject { ["ResponseStatusCode"] = "1", ["ResponseStatusDescription"] = "Success" } };
        if (near.At("CountryCode").Text().Length == 0)
        {
            response["Response"] = new JsonObject
            {
                ["ResponseStatusCode"] = "0",
                ["Error"] = new JsonArray(new JsonObject { ["ErrorSeverity"] = "Hard", ["ErrorCode"] = "350100", ["ErrorDescription"] = "The country is missing" }),
            };
        }
        else if (near.At("PostcodePrimaryLow").Text().StartsWith("69", StringComparison.Ordinal))
        {
            var max = int.TryParse(request.At("LocationSearchCriteria", "MaximumListSize").Text(), CultureInfo.InvariantCulture, out var count) ? count : 5;
            response["SearchResults"] = new JsonObject { ["DropLocation"] = new JsonArray([.. Points.Take(max).Select(Point)]) };
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject { ["LocatorResponse"] = response }).ConfigureAwait(false);
    }

    private async Task ValidateAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var key = body.At("XAVRequest", "AddressKeyFormat");
        if (key.At("CountryCode").Text() is not ("US" or "PR"))
        {
            await ErrorAsync(context, 400, "264002", "Country code is invalid or missing.").ConfigureAwait(false);
            return;
        }

        var isKnown = key.At("PostcodePrimaryLow").Text() is { Length: 5 } postalCode && postalCode.All(char.IsAsciiDigit) && postalCode != "00000";
        var response = new JsonObject { ["Response"] = Status(), [isKnown ? "ValidAddressIndicator" : "NoCandidatesIndicator"] = "" };
        if (isKnown)
        {
            response["AddressClassification"] = new JsonObject { ["Code"] = "2", ["Description"] = "Residential" };
            response["Candidate"] = new JsonArray(new JsonObject { ["AddressKeyFormat"] = key!.DeepClone() });
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject { ["XAVResponse"] = response }).ConfigureAwait(false);
    }

    private async Task CollectAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var request = body.At("PickupCreationRequest");
        if (Objection(request) is { } objection)
        {
            await ErrorAsync(context, 400, objection.Code, objection.Message).ConfigureAwait(false);
            return;
        }

        string number;
        lock (Gate)
        {
            number = string.Create(CultureInfo.InvariantCulture, $"2929AONCALL{_collections.Count + 1:D2}");
            _collections.Add(number, true);
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["PickupCreationResponse"] = new JsonObject
            {
                ["Response"] = Status(),
                ["PRN"] = number,
                ["RateStatus"] = new JsonObject { ["Code"] = "01", ["Description"] = "Rate available" },
                ["RateResult"] = new JsonObject { ["RateType"] = "SD", ["CurrencyCode"] = "EUR", ["GrandTotalOfAllCharge"] = "6.50" },
            },
        }).ConfigureAwait(false);
    }

    private (string Code, string Message)? Objection(JsonNode? request)
    {
        if (request.At("Shipper", "Account", "AccountNumber").Text() != AccountNumber)
        {
            return ("9510001", "The account number is not valid");
        }

        if (string.CompareOrdinal(request.At("PickupDateInfo", "PickupDate").Text(), Clock.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture)) < 0)
        {
            return ("9560131", "Invalid pickup date");
        }

        var country = request.At("PickupAddress", "CountryCode").Text();
        return country is not ("US" or "CA" or "PR") && request.At("PickupPiece").Items().Any(static piece => piece.At("ServiceCode").Text() == "001")
            ? ("9510119", "Pickup service code is not valid in the country")
            : null;
    }

    private async Task CancelCollectionAsync(HttpContext context)
    {
        var number = context.Request.Headers["Prn"].ToString();
        bool cancelled;
        lock (Gate)
        {
            cancelled = _collections.TryGetValue(number, out var isLive) && isLive;
            if (cancelled)
            {
                _collections[number] = false;
            }
        }

        await (cancelled
            ? SandboxJson.WriteAsync(context, 200, new JsonObject { ["PickupCancelResponse"] = new JsonObject { ["Response"] = Status(), ["PickupType"] = "01" } })
            : ErrorAsync(context, 400, "9510114", "There is no such pickup")).ConfigureAwait(false);
    }
}
