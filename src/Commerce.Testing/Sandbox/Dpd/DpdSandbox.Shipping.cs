using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Sandbox;

/// <content>Shipments and labels of the META-API.</content>
public sealed partial class DpdSandbox
{
    private static readonly string[] ShopProducts = ["337", "338"];
    private static readonly string[] CashProducts = ["109", "329", "330"];
    private static readonly byte[] Picture = [0x89, .. "PNG sandbox"u8];

    private static byte[]? Draw(string format, IReadOnlyList<string> numbers)
    {
        var pages = numbers.Select(number => (IReadOnlyList<string>)[number, "DPD sandbox", "SPECIMEN"]).ToList();
        return format switch
        {
            "PDF" => SandboxLabel.Pdf(pages),
            "ZPL" or "ZPL300" => SandboxLabel.Zpl(pages, format == "ZPL300" ? 300 : 203),
            _ => null,
        };
    }

    private static async Task<JsonNode?> ReadShipmentAsync(HttpContext context)
    {
        try
        {
            // The body is a list of one shipment.
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false) is JsonArray { Count: > 0 } list ? list[0] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task ShipAsync(HttpContext context)
    {
        var shipment = await ReadShipmentAsync(context).ConfigureAwait(false);
        if (Refused(shipment) is var (code, message))
        {
            await ErrorAsync(context, 400, code, message).ConfigureAwait(false);
            return;
        }

        var format = context.Request.Query["LabelPrintFormat"].ToString();
        if (Draw(format, ["0"]) is null)
        {
            await ErrorAsync(context, 400, "COMMON_3", $"LabelPrintFormat {format} is not supported").ConfigureAwait(false);
            return;
        }

        var count = shipment.At("parcel").Items().Count();
        List<string> numbers;
        lock (Gate)
        {
            numbers = context.Request.Query["simulate"] == "true"
                ? [.. Enumerable.Repeat("00000000000000", count)]
                : Add(++_shipments, shipment.At("customerReferenceNumbers").Items().First().Text(), count);
        }

        var answer = new JsonObject
        {
            ["shipmentId"] = numbers[0],
            ["parcelIds"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]),
            ["networkShipmentId"] = numbers[0],
            ["networkParcelIds"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]),
        };
        var dropOff = context.Request.Query["DropOffType"].ToString();
        if (dropOff != "QR_CODE")
        {
            answer["label"] = new JsonObject { ["base64Data"] = Convert.ToBase64String(Draw(format, numbers)!), ["media-type"] = "application/octet-stream" };
        }

        if (dropOff is "QR_CODE" or "BOTH")
        {
            answer["qrcode"] = new JsonObject { ["base64Data"] = Convert.ToBase64String(Picture), ["media-type"] = "image/png", ["pincode"] = "1234" };
        }

        await SandboxJson.WriteAsync(context, 200, answer).ConfigureAwait(false);
    }

    private (string Code, string Message)? Refused(JsonNode? shipment)
    {
        var product = shipment.At("shipmentInfos", "productCode").Text();
        var parcels = shipment.At("parcel").Items().ToList();
        var receiver = shipment.At("receiver", "address");
        if (shipment is null || product.Length == 0 || parcels.Count == 0 || shipment.At("customerReferenceNumbers").Items().FirstOrDefault() is null)
        {
            return ("COMMON_2", "Missing mandatory field: shipment");
        }

        if (shipment.At("numberOfParcels") is not JsonValue number || !number.TryGetValue<string>(out var text) || text != parcels.Count.ToString(CultureInfo.InvariantCulture))
        {
            return ("COMMON_2", "numberOfParcels must be a text with the number of parcels");
        }

        if (shipment.At("sender", "customerInfos", "customerAccountNumber").Text() != AccountNumber)
        {
            return ("SHIPMENT_3", "Unknown customer account");
        }

        foreach (var parcel in parcels)
        {
            if (!int.TryParse(parcel.At("parcelInfos", "weight").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var grams) || grams is < 1 or > 31_500)
            {
                return ("SHIPMENT_7", "Invalid weight - Maximum supported weight is 31500");
            }

            if (CashProducts.Contains(product) != (parcel.At("cod") is not null))
            {
                return ("COMMON_2", "Missing mandatory field: cod");
            }
        }

        if (receiver.At("country").Text() == "FR" && (receiver.At("zipCode").Text().Length != 5 || !receiver.At("zipCode").Text().All(char.IsAsciiDigit)))
        {
            return ("SHIPMENT_9", "The zip code does not match the country");
        }

        return ShopProducts.Contains(product) && shipment.At("receiver", "pudoId").Text().Length == 0
            ? ("COMMON_2", "Missing mandatory field: pudoId")
            : null;
    }

    private async Task LabelAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var asked = body.At("shipment", "parcelNumbers").Items().Select(number => number.Text()).ToList();
        bool found;
        lock (Gate)
        {
            found = asked.Count > 0 && asked.TrueForAll(number => _parcels.Exists(parcel => parcel.Number == number && !parcel.IsCancelled));
        }

        var label = Draw(context.Request.Query["LabelPrintFormat"].ToString(), asked);
        if (!found || label is null)
        {
            await ErrorAsync(context, 400, "LABEL_1", found ? "LabelPrintFormat is not supported" : "The parcel is not found").ConfigureAwait(false);
            return;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["label"] = new JsonObject { ["base64Data"] = Convert.ToBase64String(label), ["mediaType"] = "application/octet-stream" },
        }).ConfigureAwait(false);
    }
}
