using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>EPrint as it makes labels.</content>
public sealed partial class DpdSandbox
{
    private void MapEPrint(IEndpointRouteBuilder routes)
    {
        Soap(routes, "eprintwebservice.asmx", "TerminateShipment", "void", Terminate);
        Soap(routes, "eprintwebservice.asmx", "CreateShipmentWithLabelsBc", "ship", body => Ship(body, isReturn: false));
        Soap(routes, "eprintwebservice.asmx", "CreateReverseInverseShipmentWithLabelsBc", "return", body => Ship(body, isReturn: true));
        Soap(routes, "eprintwebservice.asmx", "GetLabelBc", "label", LabelAgain);
    }

    private static byte[]? DrawEPrint(XElement body, string number) => Value(body.Descendants(EPrint + "labelType").FirstOrDefault(), "type") switch
    {
        "PDF" or "PDF_A6" => Draw("PDF", [number]),
        "ZPL" or "ZPL_A6" => Draw("ZPL", [number]),
        "ZPL300" or "ZPL300_A6" => Draw("ZPL300", [number]),
        _ => null,
    };

    private static XElement Label(string type, byte[] bytes) =>
        new(EPrint + "Label", new XElement(EPrint + "type", type), new XElement(EPrint + "label", Convert.ToBase64String(bytes)));

    private XElement? Denied(XElement body)
    {
        var header = body.Parent?.Parent?.Element(Envelope + "Header");
        return Value(header, "userid") != User || Value(header, "password") != Password ? Fault("PermissionDenied", "Permission denied") : null;
    }

    private XElement Ship(XElement body, bool isReturn)
    {
        var receiver = body.Descendants(EPrint + "receiveraddress").FirstOrDefault();
        if (Denied(body) is { } denied)
        {
            return denied;
        }

        if (!decimal.TryParse(Value(body, "weight"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) || weight is <= 0 or > 31.5m)
        {
            return Fault("InvalidWeight", "Invalid weight - Maximum supported weight is 31,5");
        }

        if (Value(body, "customer_number") != AccountNumber.TrimStart('0') || (Value(receiver, "countryPrefix") == "FR" && Value(receiver, "zipCode").Length != 5))
        {
            return Fault("InvalidInput", "Invalid input");
        }

        if (DrawEPrint(body, "0") is null)
        {
            return Fault("InvalidInput", "Invalid label type");
        }

        var back = body.Descendants(EPrint + "reverse").Any();
        var numbers = Add(++_shipments, Value(body, "referencenumber"), back ? 2 : 1);
        var shipments = numbers.Select((number, index) => new XElement(
            EPrint + (isReturn ? "Shipment" : "ShipmentBc"),
            new XElement(
                EPrint + "Shipment",
                new XElement(EPrint + "BarcodeId", number),
                new XElement(EPrint + "BarcodeSource", "902"),
                new XElement(EPrint + "BarCode", $"%00{Value(receiver, "zipCode")}{number}101902")),
            new XElement(EPrint + "Type", isReturn || index > 0 ? "REVERSE" : "EPRINT")));
        var labels = numbers.Select((number, index) => Label(isReturn || index > 0 ? "REVERSE" : "EPRINT", DrawEPrint(body, number)!));
        var operation = body.Name.LocalName;
        return new XElement(EPrint + (operation + "Response"), new XElement(
            EPrint + (operation + "Result"),
            isReturn ? shipments : new XElement(EPrint + "shipments", shipments),
            new XElement(EPrint + (isReturn ? "Labels" : "labels"), labels)));
    }

    private XElement LabelAgain(XElement body)
    {
        var number = Value(body, "shipmentNumber");
        return Denied(body) ?? (Find(number) is not { IsCancelled: false } || DrawEPrint(body, number) is not { } label
            ? Fault("InvalidInput", "Shipment not found")
            : new XElement(EPrint + "GetLabelBcResponse", new XElement(EPrint + "GetLabelBcResult", new XElement(EPrint + "labels", Label("EPRINT", label)))));
    }
}
