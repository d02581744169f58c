using System.IO.Compression;
using System.Text;
using Commerce.Carriers.Tariffs;
using Commerce.Testing;
using Xunit;

namespace Commerce.Carriers.Tests.Tariffs;

/// <summary>Files that are wrong or meant ill: refused with their place and the remedy, in bounded memory, and nothing changes.</summary>
[Collection(MemoryCollection.Name)]
public sealed class HostileFileTests : IAsyncLifetime
{
    private const string Heading = "service,destination,from_kg,to_kg,price,transit_days\n";
    private const long MaxMemory = 200L * 1024 * 1024;

    private static readonly TariffContract Contract = new() { Carrier = CarrierCode.Dpd, Account = "mine", Currency = Currency.Eur };

    private static readonly TariffMapping Mapping = new()
    {
        Columns = TariffMapping.Export.Columns.Where(column => Heading.Contains(column.Value, StringComparison.Ordinal) && column.Key != TariffField.PricePerExtraKilogram)
            .ToDictionary(),
    };

    private readonly InMemoryTariffStore _store = new();
    private readonly TariffManager _tariffs;
    private IReadOnlyList<TariffVersion> _before = [];

    public HostileFileTests() => _tariffs = new TariffManager(_store, new FakeClock());

    public async Task InitializeAsync()
    {
        var report = await ImportAsync("list.csv", Encoding.UTF8.GetBytes(Heading + "STD,FR,0,30,5,2\n"));
        Assert.NotNull(report.Activated);
        _before = await _store.GetActiveAsync();
    }

    public async Task DisposeAsync() => Assert.Same(_before, await _store.GetActiveAsync());

    [Theory]
    [InlineData("STD,FR,0,1,-5,2", 2, "price", "-5", "above 0")]
    [InlineData("STD,FR,0,1,0,2", 2, "price", "0", "above 0")]
    [InlineData("STD,FR,0,1,\"4,95\",2", 2, "price", "4,95", "'.'")]
    [InlineData("STD,FR,0,1,five,2", 2, "price", "five", "number")]
    [InlineData("STD,XX,0,1,5,2", 2, "destination", "XX", "Destinations")]
    [InlineData("STD,,0,1,5,2", 2, "destination", "", "country")]
    [InlineData(",FR,0,1,5,2", 2, "service", "", "DefaultService")]
    [InlineData("STD,FR,-1,1,5,2", 2, "from_kg", "-1", "0 or more")]
    [InlineData("STD,FR,2,1,5,2", 2, "to_kg", "1", "above")]
    [InlineData("STD,FR,0,1e99,5,2", 2, "to_kg", "1e99", "weight")]
    [InlineData("STD,FR,0,1,5,soon", 2, "transit_days", "soon", "365")]
    [InlineData("STD,FR,0,1,=1+1,2", 2, "price", "=1+1", "formula")]
    [InlineData("\"=HYPERLINK(\"\"x\"\")\",FR,0,1,5,2", 2, "service", "=HYPERLINK(\"x\")", "formula")]
    [InlineData("STD,FR,0,1,5,2\n\nSTD,FR,0,1,6,2", 4, null, null, "remove one")]
    [InlineData("STD,FR,0,2,5,2\nSTD,FR,1,3,6,2", 3, null, null, "overlaps")]
    public async Task A_bad_row_is_refused_with_row_column_value_and_remedy(string rows, int row, string? column, string? value, string remedy)
    {
        var report = await ImportAsync("list.csv", Encoding.UTF8.GetBytes(Heading + rows + "\n"));

        var error = Assert.Single(report.Errors);
        Assert.Equal(("list.csv", (int?)row, column, value), (error.File, error.Row, error.Column, error.Value));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_errors_are_counted_and_the_first_hundred_are_listed()
    {
        var report = await ImportAsync("list.csv", Encoding.UTF8.GetBytes(Heading + string.Concat(Enumerable.Repeat("STD,FR,0,1,-5,2\n", 1000)) + "STD,FR,0,1,5,2\n"));

        Assert.Equal((1000, 100, 1001, 1), (report.ErrorCount, report.Errors.Count, report.PricesRead, report.PricesAccepted));
    }

    [Theory]
    [InlineData("list.doc", "a", ".csv, .xlsx and .pdf")]
    [InlineData("list.csv", "", "headings")]
    [InlineData("list.csv", "service,destination,from_kg,to_kg,cost\nSTD,FR,0,1,5\n", "missing: price, transit_days")]
    [InlineData("list.csv", Heading, "no price")]
    [InlineData("list.csv", Heading + "\"STD,FR,0,1,5,2\n", "quote")]
    [InlineData("list.csv", Heading + "S\0D,FR,0,1,5,2\n", "encoding")]
    [InlineData("list.xlsx", "PK no workbook", ".xlsx")]
    [InlineData("list.pdf", "%PDF-1.7 no document", "damaged")]
    public async Task A_file_that_is_no_price_list_says_so(string name, string content, string expected)
    {
        var report = await ImportAsync(name, Encoding.UTF8.GetBytes(content));

        Assert.Contains(expected, Assert.Single(report.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused_with_their_row()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Heading + "STD,FR,0,1,5,2\n"), 0xC3, 0x28, (byte)'\n'];

        var error = Assert.Single((await ImportAsync("list.csv", content)).Errors);

        Assert.Contains("Encoding", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_line_is_refused_in_bounded_memory()
    {
        using var line = new EndlessStream(1L << 30);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var report = await _tariffs.ImportAsync(new TariffFile("list.csv", line), Mapping, Contract);

        Assert.Contains("50 MB", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MaxMemory);
        Assert.InRange(line.BytesRead, 0, 60L << 20);
    }

    [Fact]
    public async Task A_long_line_within_the_file_limit_is_refused_in_bounded_memory()
    {
        var content = new byte[40 << 20];
        Array.Fill(content, (byte)'a');
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var report = await ImportAsync("list.csv", content);

        Assert.Contains("64 KB", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MaxMemory);
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_in_bounded_memory_whatever_sizes_it_claims()
    {
        var bomb = Workbook(("xl/media/image1.bin", stream =>
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 600; i++)
            {
                stream.Write(zeros);
            }
        }));
        Assert.InRange(bomb.Length, 0, 2 << 20);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var report = await ImportAsync("list.xlsx", bomb);

        Assert.Contains("unpacks to more than 500 MB", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MaxMemory);
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml", "<sst><si><t>", "</t></si></sst>", "32767 characters")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>", "</t></is></c></row></sheetData></worksheet>", "32767 characters")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>", "</f></c></row></sheetData></worksheet>", "formula")]
    public async Task A_text_without_end_is_refused_in_bounded_memory(string part, string before, string after, string expected)
    {
        var workbook = Workbook((part, stream =>
        {
            var letters = new byte[1 << 20];
            Array.Fill(letters, (byte)'a');
            stream.Write(Encoding.UTF8.GetBytes(before));
            for (var i = 0; i < 300; i++)
            {
                stream.Write(letters);
            }

            stream.Write(Encoding.UTF8.GetBytes(after));
        }));
        var start = GC.GetTotalAllocatedBytes(precise: true);

        var report = await ImportAsync("list.xlsx", workbook);

        Assert.Contains(expected, Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - start, 0, MaxMemory);
    }

    [Fact]
    public async Task Many_shared_texts_are_refused_in_bounded_memory()
    {
        var workbook = Workbook(("xl/sharedStrings.xml", stream =>
        {
            var text = Encoding.UTF8.GetBytes($"<si><t>{new string('a', 30_000)}</t></si>");
            stream.Write("<sst>"u8);
            for (var i = 0; i < 10_000; i++)
            {
                stream.Write(text);
            }

            stream.Write("</sst>"u8);
        }));
        var start = GC.GetTotalAllocatedBytes(precise: true);

        var report = await ImportAsync("list.xlsx", workbook);

        Assert.Contains("64 MB", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - start, 0, MaxMemory);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", "x", "macros")]
    [InlineData("xl/macrosheets/sheet1.xml", "<x/>", "macros")]
    [InlineData("xl/externalLinks/externalLink1.xml", "<x/>", "links to other files")]
    [InlineData("xl/styles.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>", "DTD")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"B7\"><f>1+1</f></c></row></sheetData></worksheet>", "formula")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"B7\" t=\"e\"><v>#REF!</v></c></row></sheetData></worksheet>", "#REF!")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"XFD7\"/></row></sheetData></worksheet>", "256 columns")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1048576\"/></sheetData></worksheet>", "500000 rows")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet>", "XML")]
    public async Task A_workbook_with_what_must_not_be_in_it_is_refused(string part, string content, string expected)
    {
        var report = await ImportAsync("list.xlsx", Workbook((part, stream => stream.Write(Encoding.UTF8.GetBytes(content)))));

        Assert.Contains(expected, Assert.Single(report.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_is_refused_with_sheet_row_cell_and_its_words()
    {
        using var content = new MemoryStream();
        var workbook = await SpreadCheetah.Spreadsheet.CreateNewAsync(content);
        await workbook.StartWorksheetAsync("Tarifs 2026");
        await workbook.AddHeaderRowAsync(Heading.Trim().Split(','));
        await workbook.AddRowAsync([new SpreadCheetah.Cell("STD"), new SpreadCheetah.Cell(new SpreadCheetah.Formula("1+1"))]);
        await workbook.FinishAsync();

        var error = Assert.Single((await ImportAsync("list.xlsx", content.ToArray())).Errors);

        Assert.Equal(("Tarifs 2026", 2, "B2", "=1+1"), (error.Sheet, error.Row, error.Column, error.Value));
    }

    [Fact]
    public async Task A_bad_cell_of_a_workbook_is_refused_with_its_sheet()
    {
        using var content = new MemoryStream();
        var workbook = await SpreadCheetah.Spreadsheet.CreateNewAsync(content);
        await workbook.StartWorksheetAsync("Tarifs");
        await workbook.AddHeaderRowAsync(Heading.Trim().Split(','));
        await workbook.AddRowAsync([new("STD"), new("FR"), new(0), new(1), new(-4.95m), new(2)]);
        await workbook.FinishAsync();

        var error = Assert.Single((await ImportAsync("list.xlsx", content.ToArray())).Errors);

        Assert.Equal(("Tarifs", (int?)2, "price", "-4.95"), (error.Sheet, error.Row, error.Column, error.Value));
    }

    [Fact]
    public async Task A_pdf_bomb_is_refused_in_bounded_memory()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var spaces = new byte[1 << 20];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < 400; i++)
            {
                zlib.Write(spaces);
            }
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);

        var report = await ImportAsync("list.pdf", PdfText.WriteStreams((packed.ToArray(), "/Filter /FlateDecode")));

        Assert.Contains("unpacks to more than 200 MB", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MaxMemory);
    }

    [Fact]
    public async Task A_scanned_pdf_is_refused()
    {
        var report = await ImportAsync("list.pdf", PdfText.Write([[]]));

        Assert.Contains("scanned", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
    }

    private static byte[] Workbook(params (string Name, Action<Stream> Write)[] parts)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                write(entry);
            }
        }

        return content.ToArray();
    }

    private Task<TariffImportReport> ImportAsync(string name, byte[] content) =>
        _tariffs.ImportAsync(new TariffFile(name, new MemoryStream(content)), Mapping, Contract, approvedBy: "approver");
}
