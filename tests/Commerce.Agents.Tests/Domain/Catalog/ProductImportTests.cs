using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Testing;
using Xunit;
using static Commerce.Agents.Tests.Domain.Catalog.ProductDesk;

namespace Commerce.Agents.Tests.Domain.Catalog;

/// <summary>Many products at once (CAT-1, 10).</summary>
public sealed class ProductImportTests
{
    private static readonly Guid Id = new(7, 0, 0, new byte[8]);

    [Fact]
    public async Task Each_row_is_dealt_with_on_its_own_and_the_counts_add_up()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync(Content with { Gtin = "4006381333931" });

        var import = await ImportAsync(
            host,
            Row("NEW-1"),
            Row("lower"),
            Row("NEW-2") with { Content = Content with { Name = "", Price = Money.Eur(-1) } },
            Row("LAMP-1") with { Content = Content with { Name = "Imported" } },
            Row("NEW-3") with { Content = Content with { Gtin = "04006381333931" } },
            Row("NEW-4") with { Images = [] },
            Row("NEW-5") with { Images = [new Uri("/local", UriKind.Relative)] },
            Row("NEW-6") with { Content = Content with { Gtin = "96385074" } },
            Row("NEW-7") with { Content = Content with { Gtin = "96385074" } });

        ImportOutcome[] expected =
        [
            ImportOutcome.Approved, ImportOutcome.Rejected, ImportOutcome.Rejected, ImportOutcome.Pending, ImportOutcome.Pending, ImportOutcome.Pending,
            ImportOutcome.Rejected,
        ];
        Assert.Equal(expected, import.Rows.Take(7).Select(row => row.Outcome));

        // Two rows with one GTIN: never are both taken; when they are looked at in the same moment a person decides both.
        var approved = import.Rows.Count(row => row.Outcome == ImportOutcome.Approved);
        Assert.InRange(approved, 1, 2);
        Assert.All(import.Rows.Skip(7), row => Assert.NotEqual(ImportOutcome.Rejected, row.Outcome));
        Assert.Equal(Enumerable.Range(1, 9), import.Rows.Select(row => row.Row));
        Assert.Equal(["Name", "Price"], import.Rows[2].Refusals.Select(refusal => refusal.Field).Where(field => field != "Cost"));
        Assert.Equal("Media", Assert.Single(import.Rows[5].Refusals).Field);
        var told = host.Published.Only<ProductsImported>();
        Assert.Equal((9, approved, 6 - approved, 3), (told.Total, told.Approved, told.Pending, told.Rejected));
        Assert.Equal(("Lamp", ProductStatus.Active), ((await host.ProductAsync()).Content.Name, (await host.ProductAsync()).Status));
        Assert.Equal(ProductStatus.PendingApproval, (await host.ProductAsync(new Sku("NEW-3"))).Status);
    }

    [Fact]
    public async Task A_row_whose_sku_exists_replaces_the_product_when_a_person_agrees()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();
        await ImportAsync(host, Row("LAMP-1") with { Content = Content with { Name = "Imported" } }, Row("LAMP-1") with { Content = Content with { Name = "Twice" } });

        await host.DoneAsync(new DecideProduct(Lamp, true, "eve"));
        Assert.Equal("Imported", (await host.ProductAsync()).Content.Name);
        await host.DoneAsync(new DecideProduct(Lamp, false, "eve"));
        Assert.Equal("Imported", (await host.ProductAsync()).Content.Name);
    }

    [Fact]
    public async Task Pictures_of_a_row_whose_sku_exists_take_the_place_of_the_products_when_a_person_agrees()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();
        await host.DoneAsync(new AddMedia(Lamp, ProductMediaKind.Pdf, new Uri("https://example.com/lamp.pdf"), Author));
        var before = await host.ProductAsync();
        var other = new Uri("https://example.com/lamp-2.jpg");

        await ImportAsync(host, Row("LAMP-1") with { Content = before.Content, Images = [other, Picture] });
        var waiting = await host.ProductAsync();
        await host.DoneAsync(new DecideProduct(Lamp, true, "eve"));
        var after = await host.ProductAsync();

        Assert.Equal(before.Version, waiting.Version);
        Assert.Equal([other, Picture, new Uri("https://example.com/lamp.pdf")], after.Media.Select(medium => medium.Address));
        Assert.Equal((after.Media[0].Id, before.Media[0].Id), (after.PrimaryImage, after.Media[1].Id));
    }

    [Fact]
    public async Task A_row_without_pictures_leaves_those_of_the_product()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();

        await ImportAsync(host, Row("LAMP-1") with { Content = Content with { Name = "Imported" }, Images = [] });
        await host.DoneAsync(new DecideProduct(Lamp, true, "eve"));

        Assert.Equal(Picture, Assert.Single((await host.ProductAsync()).Media).Address);
    }

    [Fact]
    public async Task A_row_with_more_pictures_than_the_product_has_room_for_is_refused()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();
        await host.DoneAsync(new AddMedia(Lamp, ProductMediaKind.Pdf, new Uri("https://example.com/lamp.pdf"), Author));

        var import = await ImportAsync(
            host, Row("LAMP-1") with { Images = [.. Enumerable.Range(1, 100).Select(number => new Uri($"https://example.com/{number}.jpg"))] });

        Assert.Equal((ImportOutcome.Rejected, "Images"), (import.Rows[0].Outcome, import.Rows[0].Refusals[0].Field));
    }

    [Fact]
    public async Task A_row_with_an_archived_sku_is_refused()
    {
        await using var host = await StartAsync();
        await host.DraftAsync();
        await host.DoneAsync(new ArchiveProduct(Lamp, Author));

        var import = await ImportAsync(host, Row("LAMP-1"));

        Assert.Equal((ImportOutcome.Rejected, "Sku"), (import.Rows[0].Outcome, import.Rows[0].Refusals[0].Field));
    }

    [Fact]
    public async Task First_products_of_a_merchant_wait_for_a_person_when_imported()
    {
        await using var host = await StartAsync(firstProducts: 10);

        var import = await ImportAsync(host, Row("NEW-1"));

        Assert.Equal((0, 1, 0), (import.Approved, import.Pending, import.Rejected));
        Assert.Equal(ProductApprovalKind.NewProduct, host.Published.Only<ProductApprovalRequested>().Kind);
    }

    [Fact]
    public async Task An_import_is_taken_once()
    {
        await using var host = await StartAsync();
        await ImportAsync(host, Row("NEW-1"));

        var again = await host.AskAsync<Answer>(new ImportProducts(Id, [Row("NEW-2")], Author));

        Assert.Equal((RefusalCode.Duplicate, "ImportId"), (again.Refusals[0].Code, again.Refusals[0].Field));
        Assert.Null(await host.ProductAsync(new Sku("NEW-2")));
    }

    [Fact]
    public async Task A_crash_in_an_import_counts_no_row_twice()
    {
        await using var host = await StartAsync();
        host.CrashNextAt(CrashPoint.AfterCommit);
        await host.SendAsync(new ImportProducts(Id, [.. Enumerable.Range(1, 20).Select(number => Row($"NEW-{number}"))], Author));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        var import = (await host.AskAsync<ImportAnswer>(new GetImport(Id))).Import!;
        Assert.Equal((20, 20, true), (import.Total, import.Approved, import.IsComplete));
        Assert.Equal(20, await host.Repository<Product>().CountAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public async Task An_import_has_1_to_1000_rows(int rows)
    {
        await using var host = await StartAsync();

        var answer = await host.AskAsync<Answer>(new ImportProducts(Id, [.. Enumerable.Repeat(Row("NEW-1"), rows)], Author));

        Assert.Equal("Rows", Assert.Single(answer.Refusals).Field);
        Assert.Equal("ImportId", (await host.AskAsync<ImportAnswer>(new GetImport(Id))).Refusals[0].Field);
    }

    private static ImportRow Row(string sku) => new(sku, Content) { Images = [Picture] };

    private static async Task<ProductImport> ImportAsync(AgentTestHost host, params ImportRow[] rows)
    {
        await host.DoneAsync(new ImportProducts(Id, rows, Author));
        await host.SettleAsync();
        return (await host.AskAsync<ImportAnswer>(new GetImport(Id))).Import!;
    }
}
