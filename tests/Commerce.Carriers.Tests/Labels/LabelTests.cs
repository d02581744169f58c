using System.Buffers.Binary;
using System.Text;
using Commerce.Carriers.Labels;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using UglyToad.PdfPig;
using Xunit;
using PdfReaderDocument = UglyToad.PdfPig.PdfDocument;

namespace Commerce.Carriers.Tests.Labels;

/// <summary>Labels that are put together, and labels that are checked.</summary>
public sealed class LabelTests
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private static readonly LabelSpecification Zpl = new() { Format = LabelFormat.Zpl, Size = LabelSize.FourBySix, Dpi = 203 };

    [Fact]
    public void Merged_labels_keep_their_order_their_pages_and_their_sizes()
    {
        var merged = LabelPrinting.Merge([Label(105, 148, "first"), Label(101.6, 152.4, "second"), Label(105, 148, "third", "fourth")]).Value;

        using var document = PdfReaderDocument.Open(merged.Content.ToArray());
        Assert.Equal(["first", "second", "third", "fourth"], document.GetPages().Select(page => page.Text.Trim()));
        Assert.Equal([105, 102, 105, 105], document.GetPages().Select(page => (int)Math.Round(page.Width / PointsPerMillimetre)));
    }

    [Fact]
    public void Many_labels_lie_four_on_a_page()
    {
        var sheet = LabelPrinting.Arrange([.. Enumerable.Range(1, 9).Select(number => Label(105, 148, $"label{number}"))], LabelSheet.FourOnA4).Value;

        using var document = PdfReaderDocument.Open(sheet.Content.ToArray());
        Assert.Equal([4, 4, 1], document.GetPages().Select(page => page.GetWords().Count()));
        Assert.All(document.GetPages(), page => Assert.Equal((210, 297), (Millimetres(page.Width), Millimetres(page.Height))));
        var first = document.GetPage(1);
        Assert.Equal(
            [("label1", false, true), ("label2", true, true), ("label3", false, false), ("label4", true, false)],
            first.GetWords().Select(word => (word.Text, word.BoundingBox.Left > first.Width / 2, word.BoundingBox.Bottom > first.Height / 2)).OrderBy(entry => entry.Text, StringComparer.Ordinal));
    }

    [Fact]
    public void A_sheet_that_is_partly_used_begins_at_its_next_place()
    {
        var sheet = LabelPrinting.Arrange([Label(105, 148, "a"), Label(105, 148, "b")], new LabelSheet(2, 2) { UsedPlaces = 3 }).Value;

        using var document = PdfReaderDocument.Open(sheet.Content.ToArray());
        Assert.Equal(["a", "b"], document.GetPages().Select(page => page.Text.Trim()));
    }

    [Fact]
    public void A_label_of_four_by_six_inches_shrinks_a_little_to_its_place()
    {
        var sheet = LabelPrinting.Arrange([Label(101.6, 152.4, "four-by-six")], LabelSheet.FourOnA4);

        Assert.True(sheet.IsSuccess);
    }

    [Fact]
    public void A_label_that_would_shrink_too_much_is_named()
    {
        var sheet = LabelPrinting.Arrange([Label(105, 148, "ok"), Label(210, 297, "a4")], LabelSheet.FourOnA4);

        Assert.Contains("labels[1] is 210 × 297 mm", sheet.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_pdf_is_named()
    {
        var zpl = Document(LabelFormat.Zpl, "^XA^XZ"u8.ToArray());
        var damaged = Document(LabelFormat.Pdf, "%PDF-1.4 damaged"u8.ToArray());

        Assert.Contains("labels[1] is zpl", LabelPrinting.Merge([Label(105, 148, "ok"), zpl]).Refusal?.Message, StringComparison.Ordinal);
        Assert.Contains("labels[0] is no PDF", LabelPrinting.Merge([damaged]).Refusal?.Message, StringComparison.Ordinal);
        Assert.Contains("labels[0] is no PDF", LabelPrinting.Arrange([damaged], LabelSheet.FourOnA4).Refusal?.Message, StringComparison.Ordinal);
        Assert.False(LabelPrinting.Merge([]).IsSuccess);
    }

    [Theory]
    [InlineData("^XA^PW812^LL1218^FO20,20^FDx^FS^XZ", 203, null)]
    [InlineData("^XA^FO20,20^FDx^FS^XZ", 203, null)]
    [InlineData("^XA^PW1200^LL1800^FO20,20^FDx^FS^XZ", 203, "It fits a printer of 300 dpi")]
    [InlineData("^XA^PW812^LL1218^FO20,20^FDx^FS^XZ", 300, "It fits a printer of 203 dpi")]
    [InlineData("^XA^PW812^LL1624^FO20,20^FDx^FS^XZ", 203, "^LL1624 is 203 mm long")]
    [InlineData("^XA^FO1150,20^FDx^FS^XZ", 203, "outside")]
    [InlineData("^XA^PW812^FO20,20^FDx^FS", 203, "no whole ZPL label")]
    public void Zpl_is_checked_for_size_and_resolution(string zpl, int dpi, string? expected)
    {
        var objections = LabelCheck.Check(Document(LabelFormat.Zpl, Encoding.UTF8.GetBytes(zpl)), Zpl with { Dpi = dpi });

        if (expected is null)
        {
            Assert.Empty(objections);
        }
        else
        {
            Assert.Contains(objections, objection => objection.Contains(expected, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pdf_and_png_are_checked_for_their_size()
    {
        var pdf = new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A6 };
        var png = new LabelSpecification { Format = LabelFormat.Png, Size = LabelSize.FourBySix, Dpi = 203 };

        Assert.Empty(LabelCheck.Check(Label(100, 150, "x"), pdf));
        Assert.Empty(LabelCheck.Check(Label(150, 100, "turned"), pdf));
        Assert.Contains("210 × 297 mm", Assert.Single(LabelCheck.Check(Label(210, 297, "x"), pdf)), StringComparison.Ordinal);
        Assert.Empty(LabelCheck.Check(Png(812, 1218), png));
        Assert.Contains("1218 × 1828 dots", Assert.Single(LabelCheck.Check(Png(1218, 1828), png)), StringComparison.Ordinal);
        Assert.Contains("no PNG", Assert.Single(LabelCheck.Check(Document(LabelFormat.Png, [1, 2, 3]), png)), StringComparison.Ordinal);
        Assert.Contains("asked for was png", Assert.Single(LabelCheck.Check(Label(100, 150, "x"), png)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_without_resolution_or_with_an_unknown_size_says_what_is_missing()
    {
        Assert.Contains("Dpi", Assert.Throws<ArgumentException>(() => LabelCheck.Check(Document(LabelFormat.Zpl, "^XA^XZ"u8.ToArray()), Zpl with { Dpi = null })).Message, StringComparison.Ordinal);
        Assert.Contains("4x6in", Assert.Throws<ArgumentException>(() => LabelCheck.Check(Label(1, 1, "x"), new LabelSpecification { Size = new LabelSize("large") })).Message, StringComparison.Ordinal);
    }

    private static int Millimetres(double points) => (int)Math.Round(points / PointsPerMillimetre);

    private static ShippingDocument Document(LabelFormat format, byte[] content) => new() { Kind = DocumentKind.Label, Format = format, Content = content };

    private static ShippingDocument Png(int width, int height)
    {
        byte[] content = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[8]];
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(20), height);
        return Document(LabelFormat.Png, content);
    }

    private static ShippingDocument Label(double width, double height, params string[] pages)
    {
        var raw = Tariffs.PdfText.Write([.. pages.Select(text => new[] { (20, 60, text) })]);
        using var source = PdfReader.Open(new MemoryStream(raw), PdfDocumentOpenMode.Modify);
        foreach (var page in source.Pages.Cast<PdfPage>())
        {
            page.MediaBox = new PdfRectangle(new XRect(0, 0, width * PointsPerMillimetre, height * PointsPerMillimetre));
        }

        using var output = new MemoryStream();
        source.Save(output, closeStream: false);
        return Document(LabelFormat.Pdf, output.ToArray());
    }
}
