using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

public sealed partial class FedExSandbox
{
    private static readonly (string Code, string Name, bool Crosses, decimal Base, decimal PerKilogram, string Days)[] Services =
    [
        ("FEDEX_PRIORITY", "FedEx Priority", false, 14.00m, 1.30m, "ONE_DAY"),
        ("FEDEX_FIRST", "FedEx First", false, 26.00m, 2.20m, "ONE_DAY"),
        ("FEDEX_GROUND", "FedEx Ground", false, 9.00m, 0.90m, "THREE_DAYS"),
        ("PRIORITY_OVERNIGHT", "FedEx Priority Overnight", false, 30.00m, 2.40m, "ONE_DAY"),
        ("FEDEX_REGIONAL_ECONOMY", "FedEx Regional Economy", true, 19.00m, 1.70m, "THREE_DAYS"),
        ("FEDEX_INTERNATIONAL_PRIORITY", "FedEx International Priority", true, 38.00m, 4.10m, "TWO_DAYS"),
    ];

    private async Task RateAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var shipment = body.At("requestedShipment");
        if (await RefusedAsync(context, body, shipment, shipment.At("recipient")).ConfigureAwait(false))
        {
            return;
        }

        var listed = Offered(shipment, shipment.At("recipient"));
        await (listed.Count == 0
            ? ErrorAsync(context, 400, "SERVICE.PACKAGECOMBINATION.INVALID", "Invalid service and packaging combination.")
            : OutputAsync(context, new JsonObject
            {
                ["rateReplyDetails"] = List(listed, service => new JsonObject
                {
                    ["serviceType"] = service.Code,
                    ["serviceName"] = service.Name,
                    ["commit"] = new JsonObject { ["transitDays"] = new JsonObject { ["minimumTransitTime"] = service.Days } },
                    ["ratedShipmentDetails"] = new JsonArray(new JsonObject
                    {
                        ["rateType"] = shipment.At("rateRequestType").Items().First().Text(),
                        ["totalNetFedExCharge"] = Price(service.Base, service.PerKilogram, shipment),
                        ["totalNetCharge"] = decimal.Round(Price(service.Base, service.PerKilogram, shipment) * 1.2m, 2),
                        ["currency"] = "EUR",
                    }),
                }),
            })).ConfigureAwait(false);
    }

    private async Task TransitAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var shipment = body.At("requestedShipment");
        var listed = Offered(shipment, shipment.At("recipients").Items().FirstOrDefault());
        await OutputAsync(context, new JsonObject
        {
            ["transitTimes"] = new JsonArray(new JsonObject
            {
                ["transitTimeDetails"] = List(listed, service => new JsonObject
                {
                    ["serviceType"] = service.Code,
                    ["serviceName"] = service.Name,
                    ["commit"] = new JsonObject
                    {
                        ["dateDetail"] = new JsonObject { ["dayFormat"] = Clock.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd'T10:30:00'", CultureInfo.InvariantCulture) },
                        ["transitDays"] = new JsonObject { ["minimumTransitTime"] = service.Days },
                    },
                }),
            }),
        }).ConfigureAwait(false);
    }

    private async Task ValidateAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var shipment = body.At("requestedShipment");
        if (!await RefusedAsync(context, body, shipment, shipment.At("recipients").Items().FirstOrDefault()).ConfigureAwait(false))
        {
            await OutputAsync(context, new JsonObject { ["alerts"] = new JsonArray() }).ConfigureAwait(false);
        }
    }

    private async Task ShipAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var shipment = body.At("requestedShipment");
        var recipient = shipment.At("recipients").Items().FirstOrDefault();
        if (await RefusedAsync(context, body, shipment, recipient).ConfigureAwait(false))
        {
            return;
        }

        if (Offered(shipment, recipient) is not [var service, ..])
        {
            await ErrorAsync(context, 400, "SERVICETYPE.NOT.ALLOWED", "Service is not allowed for the origin and destination.").ConfigureAwait(false);
            return;
        }

        var attached = shipment.At("shipmentSpecialServices", "etdDetail", "attachedDocuments").Items().Select(item => item.At("documentId").Text()).ToList();
        FedExShipment? sold = null;
        lock (Gate)
        {
            if (attached.TrueForAll(_documents.Contains))
            {
                var numbers = shipment.At("requestedPackageLineItems").Items()
                    .Select(_ => string.Create(CultureInfo.InvariantCulture, $"7949{++_packageCount:D8}")).ToList();
                sold = new FedExShipment(numbers[0], numbers, References(shipment), service.Code == "FEDEX_GROUND", Clock.GetUtcNow());
                _shipments.Add(sold.Id, sold);
            }
        }

        await (sold is null
            ? ErrorAsync(context, 400, "ETD.DOCUMENTID.INVALID", "The document id is unknown.")
            : OutputAsync(context, Sold(shipment, sold, Price(service.Base, service.PerKilogram, shipment)))).ConfigureAwait(false);
    }

    private static JsonObject Sold(JsonNode? shipment, FedExShipment sold, decimal price)
    {
        var format = shipment.At("labelSpecification", "imageType").Text();
        var transaction = new JsonObject
        {
            ["masterTrackingNumber"] = sold.Id,
            ["serviceType"] = shipment.At("serviceType").Text(),
            ["pieceResponses"] = List(sold.Packages.Select((number, i) => (number, i)), piece => new JsonObject
            {
                ["masterTrackingNumber"] = sold.Id,
                ["trackingNumber"] = piece.number,
                ["packageSequenceNumber"] = piece.i + 1,
                ["packageDocuments"] = new JsonArray(new JsonObject
                {
                    ["contentType"] = "LABEL", ["docType"] = format, ["encodedLabel"] = Convert.ToBase64String(Label(format, piece.number)),
                }),
            }),
            ["completedShipmentDetail"] = new JsonObject
            {
                ["shipmentRating"] = new JsonObject
                {
                    ["actualRateType"] = "PAYOR_ACCOUNT_PACKAGE",
                    ["shipmentRateDetails"] = new JsonArray(new JsonObject
                    {
                        ["rateType"] = "PAYOR_ACCOUNT_PACKAGE", ["totalNetCharge"] = price, ["currency"] = "EUR",
                    }),
                },
            },
        };
        if (shipment.At("shippingDocumentSpecification") is not null)
        {
            transaction["shipmentDocuments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "COMMERCIAL_INVOICE", ["docType"] = "PDF", ["encodedLabel"] = Convert.ToBase64String(Paper("FedEx sandbox invoice")),
            });
        }

        return new JsonObject { ["transactionShipments"] = new JsonArray(transaction) };
    }

    private async Task CancelAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        (string Code, string Message)? problem = null;
        lock (Gate)
        {
            if (body.At("accountNumber", "value").Text() != AccountNumber || !_shipments.TryGetValue(body.At("trackingNumber").Text(), out var shipment))
            {
                problem = ("TRACKINGNUMBER.ENTERED.INVALID", "Tracking number is not valid.");
            }
            else if (shipment.IsCancelled)
            {
                problem = ("SHIPMENT.CANCEL.INVALID", "The shipment has already been cancelled.");
            }
            else if (SandboxJourney.Until(shipment.CreatedAt, Clock.GetUtcNow()).Last().Status != TrackingStatus.Created)
            {
                problem = ("SHIPMENT.CANCEL.INVALID", "The shipment was tendered to FedEx.");
            }
            else
            {
                shipment.IsCancelled = true;
            }
        }

        await (problem is { } found
            ? ErrorAsync(context, 400, found.Code, found.Message)
            : OutputAsync(context, new JsonObject { ["cancelledShipment"] = true, ["cancelledHistory"] = true, ["message"] = "Success" })).ConfigureAwait(false);
    }

    private async Task<bool> RefusedAsync(HttpContext context, JsonNode? body, JsonNode? shipment, JsonNode? recipient)
    {
        var refused = shipment is null || !shipment.At("requestedPackageLineItems").Items().Any()
            ? (400, "INVALID.INPUT.EXCEPTION", "Invalid field value in the input.")
            : body.At("accountNumber", "value").Text() != AccountNumber
            ? (400, "ACCOUNT.NUMBER.MISMATCH", "Account number mismatch.")
            : shipment.At("requestedPackageLineItems").Items().Any(package => Kilograms(package) is <= 0 or > 68)
            ? (400, "PACKAGE.WEIGHT.INVALID", "The weight of a package is invalid: at most 68 KG.")
            : WrongPostalCode(shipment.At("shipper")) || WrongPostalCode(recipient)
            ? (400, "RECIPIENT.POSTALCODE.INVALID", "The postal code is invalid.")
            : ((int, string, string)?)null;
        if (refused is { } found)
        {
            await ErrorAsync(context, found.Item1, found.Item2, found.Item3).ConfigureAwait(false);
        }

        return refused is not null;
    }

    private static bool WrongPostalCode(JsonNode? party) => party.At("address", "countryCode").Text() is "FR" or "DE" or "US"
        && (party.At("address", "postalCode").Text() is not { Length: 5 } code || !code.All(char.IsAsciiDigit));

    private static List<(string Code, string Name, bool Crosses, decimal Base, decimal PerKilogram, string Days)> Offered(JsonNode? shipment, JsonNode? recipient)
    {
        var crosses = shipment.At("shipper", "address", "countryCode").Text() != recipient.At("address", "countryCode").Text();
        var wanted = shipment.At("serviceType").Text();
        return [.. Services.Where(service => service.Crosses == crosses && (wanted.Length == 0 || service.Code == wanted))];
    }

    private static HashSet<string> References(JsonNode? shipment) =>
    [
        .. shipment.At("requestedPackageLineItems").Items().SelectMany(package => package.At("customerReferences").Items())
            .Where(reference => reference.At("customerReferenceType").Text() == "CUSTOMER_REFERENCE").Select(reference => reference.At("value").Text()),
    ];

    private static decimal Price(decimal start, decimal perKilogram, JsonNode? shipment) =>
        decimal.Round(start + (perKilogram * shipment.At("requestedPackageLineItems").Items().Sum(Kilograms)), 2);

    private static decimal Kilograms(JsonNode package) =>
        decimal.TryParse(package.At("weight", "value").Text(), NumberStyles.Number, CultureInfo.InvariantCulture, out var weight) ? weight : 0;

    private static byte[] Paper(string text) => SandboxLabel.Pdf([[text, "not a real paper"]]);

    private static byte[] Label(string format, string number) => format switch
    {
        "ZPLII" => SandboxLabel.Zpl([[number, "FedEx sandbox", "not a real label"]]),
        "EPL2" => Encoding.ASCII.GetBytes($"N\nA40,40,0,4,1,1,N,\"FedEx sandbox\"\nB40,200,0,1,2,4,200,B,\"{number}\"\nP1\n"),
        "PNG" => SandboxImage.Png(number),
        _ => SandboxLabel.Pdf([[number, "FedEx sandbox", "not a real label"]]),
    };
}
