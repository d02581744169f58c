using System.Globalization;
using Commerce.Carriers.Dpd.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Labels: what is asked for in the query, and what comes.</summary>
internal static class DpdLabels
{
    internal static readonly IReadOnlyList<LabelSize> Sizes = [LabelSize.A6, LabelSize.A4, new("a5"), new("a7")];

    internal static readonly DocumentKind OtherPaper = new("other");

    /// <summary>Writes the address with the label's form; the vendor's own words for the drop-off and the place on an A4 page come from the vendor fields.</summary>
    internal static string Address(string path, LabelSpecification label, IReadOnlyDictionary<string, string> fields, bool simulate = false) =>
        new QueryAddress(path)
            .Add("LabelPrintFormat", label switch
            {
                { Format.Value: "zpl", Dpi: 300 } => "ZPL300",
                _ => label.Format.Value.ToUpperInvariant(),
            })
            .Add("LabelPaperFormat", label.Size == LabelSize.A6 ? "A6" : label.Size.Value.ToUpperInvariant())
            .Add("LabelPrinterStartPosition", fields.GetValueOrDefault("LabelPrinterStartPosition"))
            .Add("DropOffType", fields.GetValueOrDefault("DropOffType"))
            .Add("LabelPrintResolution", label.Format == LabelFormat.Zpl ? null : label.Dpi?.ToString(CultureInfo.InvariantCulture))
            .Add("simulate", simulate ? "true" : null)
            .ToString();

    internal static ShippingDocument Document(DpdLabel label, DocumentKind kind, LabelFormat asked, string? number)
    {
        var bytes = Convert.FromBase64String(label.Base64Data ?? throw new FormatException("base64Data"));
        return new ShippingDocument
        {
            Kind = kind,
            Format = FormatOf(bytes) ?? asked,
            Content = bytes,
            TrackingNumber = number is null ? null : new TrackingNumber(number),
        };
    }

    /// <summary>Reads the format from the first bytes: DPD's media type does not tell.</summary>
    internal static LabelFormat? FormatOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) ? LabelFormat.Pdf
        : bytes.TrimStart(" \r\n\t"u8).StartsWith("^XA"u8) ? LabelFormat.Zpl
        : bytes.Length > 4 && bytes[1..4].SequenceEqual("PNG"u8) ? LabelFormat.Png
        : bytes.StartsWith("GIF8"u8) ? LabelFormat.Gif
        : null;
}
