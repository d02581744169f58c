using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Commerce.Carriers.Labels;

/// <summary>Checks that a label has the size and the resolution that were asked for, before it is sent to a printer.</summary>
public static partial class LabelCheck
{
    private const double MillimetresPerInch = 25.4;
    private const double ToleranceMillimetres = 4;
    private const double PointsPerInch = 72;

    /// <summary>Checks a label.</summary>
    /// <param name="label">The label: PDF, PNG or ZPL; other formats pass unchecked.</param>
    /// <param name="specification">What was asked for. ZPL and PNG need its <see cref="LabelSpecification.Dpi"/>.</param>
    /// <returns>Every objection, ready for people; empty when there is none.</returns>
    /// <exception cref="ArgumentException">The size of the specification is not known, or the resolution is missing.</exception>
    public static IReadOnlyList<string> Check(ShippingDocument label, LabelSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(specification);
        if (label.Format != specification.Format)
        {
            return [$"It is {label.Format}; asked for was {specification.Format}."];
        }

        var size = SizeOf(specification.Size);
        return label.Format switch
        {
            _ when label.Format == LabelFormat.Pdf => CheckPdf(label.Content, size),
            _ when label.Format == LabelFormat.Png => CheckPng(label.Content.Span, size, DpiOf(specification)),
            _ when label.Format == LabelFormat.Zpl => CheckZpl(Encoding.UTF8.GetString(label.Content.Span), size, DpiOf(specification)),
            _ => [],
        };
    }

    private static (double Width, double Height) SizeOf(LabelSize size)
    {
        var match = SizeForm().Match(size.Value);
        if (size == LabelSize.A4 || !match.Success)
        {
            return size == LabelSize.A4 ? (210, 297) : throw new ArgumentException($"Size is {size}: give a form like 10x15cm, 100x150mm, 4x6in or a4.", nameof(size));
        }

        var unit = match.Groups["unit"].Value switch
        {
            "cm" => 10,
            "mm" => 1,
            _ => MillimetresPerInch,
        };
        return (Number(match, "width") * unit, Number(match, "height") * unit);
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int DpiOf(LabelSpecification specification) => specification.Dpi
        ?? throw new ArgumentException($"Dpi is not set: give the printer's dots per inch to check {specification.Format}.", nameof(specification));

    private static IReadOnlyList<string> CheckPdf(ReadOnlyMemory<byte> content, (double Width, double Height) size)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var document = PdfReader.Open(stream, PdfDocumentOpenMode.Import);
            return
            [
                .. from page in document.Pages.Cast<PdfPage>()
                   let width = page.Width.Point / PointsPerInch * MillimetresPerInch
                   let height = page.Height.Point / PointsPerInch * MillimetresPerInch
                   where !IsSize(width, height, size)
                   select $"A page is {width:0} × {height:0} mm; asked for was {size.Width:0} × {size.Height:0} mm.",
            ];
        }
        catch (Exception exception) when (exception is PdfReaderException or InvalidOperationException or NotSupportedException)
        {
            return ["It is no PDF that can be read."];
        }
    }

    private static IReadOnlyList<string> CheckPng(ReadOnlySpan<byte> content, (double Width, double Height) size, int dpi)
    {
        ReadOnlySpan<byte> signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        const int HeaderLength = 24;
        if (content.Length < HeaderLength || !content.StartsWith(signature))
        {
            return ["It is no PNG."];
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(content[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(content[20..]);
        return IsSize(Millimetres(width, dpi), Millimetres(height, dpi), size)
            ? []
            : [$"It is {width} × {height} dots, {Millimetres(width, dpi):0} × {Millimetres(height, dpi):0} mm at {dpi} dpi; asked for was {size.Width:0} × {size.Height:0} mm."];
    }

    private static List<string> CheckZpl(string zpl, (double Width, double Height) size, int dpi)
    {
        var objections = new List<string>();
        var starts = Regex.Count(zpl, @"\^XA");
        if (starts == 0 || starts != Regex.Count(zpl, @"\^XZ"))
        {
            objections.Add("It does not begin with ^XA and end with ^XZ: it is no whole ZPL label.");
            return objections;
        }

        Compare("^PW", "wide", Last(zpl, PrintWidth()), size.Width);
        Compare("^LL", "long", Last(zpl, LabelLength()), size.Height);
        foreach (Match field in FieldOrigin().Matches(zpl))
        {
            var (x, y) = (Millimetres(Dots(field, "x"), dpi), Millimetres(Dots(field, "y"), dpi));
            if (x > size.Width + ToleranceMillimetres || y > size.Height + ToleranceMillimetres)
            {
                objections.Add($"{field.Value} begins at {x:0} × {y:0} mm at {dpi} dpi, outside of {size.Width:0} × {size.Height:0} mm: the label is made for more dots per inch.");
                break;
            }
        }

        return objections;

        void Compare(string command, string word, int? dots, double millimetres)
        {
            if (dots is { } given && Math.Abs(Millimetres(given, dpi) - millimetres) > ToleranceMillimetres)
            {
                var meant = MillimetresPerInch * given / millimetres;
                objections.Add(
                    $"{command}{given} is {Millimetres(given, dpi):0} mm {word} at {dpi} dpi; asked for was {millimetres:0} mm. It fits a printer of {meant:0} dpi.");
            }
        }
    }

    private static int? Last(string zpl, Regex command) => command.Matches(zpl) is { Count: > 0 } matches ? Dots(matches[^1], "dots") : null;

    private static int Dots(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var dots) ? dots : 0;

    private static double Millimetres(int dots, int dpi) => dots * MillimetresPerInch / dpi;

    private static bool IsSize(double width, double height, (double Width, double Height) size) =>
        (IsNear(width, size.Width) && IsNear(height, size.Height)) || (IsNear(height, size.Width) && IsNear(width, size.Height));

    private static bool IsNear(double value, double wanted) => Math.Abs(value - wanted) <= ToleranceMillimetres;

    [GeneratedRegex("^(?<width>[0-9]+(?:[.][0-9]+)?)x(?<height>[0-9]+(?:[.][0-9]+)?)(?<unit>cm|mm|in)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SizeForm();

    [GeneratedRegex(@"\^PW(?<dots>[0-9]{1,5})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrintWidth();

    [GeneratedRegex(@"\^LL(?<dots>[0-9]{1,5})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LabelLength();

    [GeneratedRegex(@"\^F[OT](?<x>[0-9]{1,5}),(?<y>[0-9]{1,5})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FieldOrigin();
}
