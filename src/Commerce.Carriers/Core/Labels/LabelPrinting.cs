using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Commerce.Carriers.Labels;

/// <summary>Makes one document of many PDF labels.</summary>
public static class LabelPrinting
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double A4Width = 210 * PointsPerMillimetre;
    private const double A4Height = 297 * PointsPerMillimetre;

    // Bar codes stay readable when they shrink a little; below, a printer's dots no longer suffice.
    private const double MinScale = 0.9;

    /// <summary>Puts the pages of all labels one after the other, each in its own size.</summary>
    /// <param name="labels">The labels, in PDF.</param>
    /// <returns>The PDF; or a refusal that names the label that is no readable PDF.</returns>
    public static Outcome<ShippingDocument> Merge(IReadOnlyList<ShippingDocument> labels) => Write(labels, static (target, label) =>
    {
        using var source = PdfReader.Open(label, PdfDocumentOpenMode.Import);
        foreach (var page in source.Pages)
        {
            target.AddPage(page);
        }

        return null;
    });

    /// <summary>Puts several labels on each A4 page, turned when that fits better, and shrunk by 10 % at most so that their bar codes stay readable.</summary>
    /// <param name="labels">The labels, in PDF; each of their pages takes one place.</param>
    /// <param name="sheet">How they lie.</param>
    /// <returns>The PDF; or a refusal that names the label that is no readable PDF, or too large for its place.</returns>
    public static Outcome<ShippingDocument> Arrange(IReadOnlyList<ShippingDocument> labels, LabelSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var place = sheet.UsedPlaces;
        return Write(labels, (target, label) =>
        {
            using var form = XPdfForm.FromStream(label);
            for (var page = 1; page <= form.PageCount; page++)
            {
                form.PageNumber = page;
                if (target.PageCount == 0 || place == sheet.Columns * sheet.Rows)
                {
                    place = target.PageCount == 0 ? place : 0;
                    AddA4(target);
                }

                if (!Draw(target.Pages[^1], form, sheet, place++))
                {
                    return $"{Millimetres(form.PointWidth)} × {Millimetres(form.PointHeight)} mm: too large for its place of "
                        + $"{Millimetres(A4Width / sheet.Columns)} × {Millimetres(A4Height / sheet.Rows)} mm. Put fewer on a page.";
                }
            }

            return null;
        });
    }

    private static Outcome<ShippingDocument> Write(IReadOnlyList<ShippingDocument> labels, Func<PdfDocument, Stream, string?> add)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0)
        {
            return Refused("labels are none: give at least one.");
        }

        using var target = new PdfDocument();
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].Format != LabelFormat.Pdf)
            {
                return Refused($"labels[{i}] is {labels[i].Format}: only PDF can be put together. Ask the carrier for PDF.");
            }

            try
            {
                using var content = new MemoryStream(labels[i].Content.ToArray(), writable: false);
                if (add(target, content) is { } objection)
                {
                    return Refused($"labels[{i}] is {objection}");
                }
            }
            catch (Exception exception) when (exception is PdfReaderException or InvalidOperationException or NotSupportedException or NotImplementedException or ArgumentException)
            {
                return Refused($"labels[{i}] is no PDF that can be read: print it on its own.");
            }
        }

        using var output = new MemoryStream();
        target.Save(output, closeStream: false);
        return Outcome.Of(new ShippingDocument { Kind = DocumentKind.Label, Format = LabelFormat.Pdf, Content = output.ToArray() });
    }

    private static Outcome<ShippingDocument> Refused(string message) => Outcome.Refused<ShippingDocument>(RefusalCode.Validation, message);

    private static void AddA4(PdfDocument target)
    {
        var page = target.AddPage();
        page.Width = XUnit.FromPoint(A4Width);
        page.Height = XUnit.FromPoint(A4Height);
    }

    private static bool Draw(PdfPage page, XPdfForm label, LabelSheet sheet, int place)
    {
        var (width, height) = (A4Width / sheet.Columns, A4Height / sheet.Rows);
        var upright = Scale(label.PointWidth, label.PointHeight, width, height);
        var turned = Scale(label.PointHeight, label.PointWidth, width, height);
        var scale = Math.Max(upright, turned);
        if (scale < MinScale)
        {
            return false;
        }

        using var graphics = XGraphics.FromPdfPage(page);
        graphics.TranslateTransform((place % sheet.Columns * width) + (width / 2), (place / sheet.Columns * height) + (height / 2));
        if (turned > upright)
        {
            graphics.RotateTransform(90);
        }

        var (drawnWidth, drawnHeight) = (label.PointWidth * scale, label.PointHeight * scale);
        graphics.DrawImage(label, -drawnWidth / 2, -drawnHeight / 2, drawnWidth, drawnHeight);
        return true;
    }

    private static double Scale(double width, double height, double maxWidth, double maxHeight) =>
        Math.Min(1, Math.Min(maxWidth / width, maxHeight / height));

    private static int Millimetres(double points) => (int)Math.Round(points / PointsPerMillimetre);
}
