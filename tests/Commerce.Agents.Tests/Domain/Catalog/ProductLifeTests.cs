using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Testing;
using Xunit;
using static Commerce.Agents.Tests.Domain.Catalog.ProductDesk;

namespace Commerce.Agents.Tests.Domain.Catalog;

/// <summary>How a product is written, agreed to, sold, changed and put away (CAT-1).</summary>
public sealed class ProductLifeTests
{
    [Fact]
    public async Task A_sku_names_one_product()
    {
        await using var host = await StartAsync();
        await host.DraftAsync();

        var again = await host.AskAsync<Answer>(new CreateProduct(Lamp, Content with { Name = "Other" }, Author));

        Assert.Equal((RefusalCode.Duplicate, "Sku"), (again.Refusals[0].Code, again.Refusals[0].Field));
        Assert.Equal("Lamp", (await host.ProductAsync()).Content.Name);
        Assert.Equal("LAMP-1", host.Published.Only<ProductCreated>().Sku.Value);
    }

    [Fact]
    public async Task Every_change_has_a_version_and_its_fields_in_the_log()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();
        await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content with { Name = "Lamp 2", Price = Money.Eur(110) }, "bob"));
        await host.SettleAsync();

        var product = await host.ProductAsync();
        var last = (await host.Repository<ProductVersion>().FindAsync(ProductVersion.IdOf(Lamp, product.Version)))!.Value;
        var changes = (await host.Repository<ProductChange>().ListAsync(new() { Where = change => change.Version == last.Number, OrderBy = change => change.Field })).Items;

        Assert.Equal(product.Version, await host.Repository<ProductVersion>().CountAsync());
        Assert.Equal(("bob", "Lamp 2"), (last.Author, last.Snapshot.Content.Name));
        Assert.Equal([("Name", "Lamp", "Lamp 2"), ("Price", "100.00 EUR", "110.00 EUR")], changes.Select(change => (change.Field, change.Before!, change.After!)));
        Assert.Equal(["Name", "Price"], host.Published.All<ProductUpdated>()[^1].Fields.Order());
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();
        var before = await host.ProductAsync();

        await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content, Author));

        Assert.Equal(before.Version, (await host.ProductAsync()).Version);
    }

    [Fact]
    public async Task An_update_of_an_old_version_is_refused()
    {
        await using var host = await StartAsync();
        await host.DraftAsync();

        var answer = await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content with { Name = "Old" }, Author, Version: 1));

        Assert.Equal((RefusalCode.Conflict, "Version"), (answer.Refusals[0].Code, answer.Refusals[0].Field));
        Assert.Equal("Lamp", answer.Product!.Content.Name);
    }

    [Fact]
    public async Task A_large_step_of_the_price_waits_for_a_person()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();

        var asked = await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content with { Price = Money.Eur(120.01m) }, Author));
        Assert.Equal((Money.Eur(100), ProductApprovalKind.PriceChange), (asked.Product!.Content.Price, Assert.Single(asked.Pending).Kind));
        var second = await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content with { Name = "x" }, Author));
        Assert.Equal(RefusalCode.Conflict, second.Refusals[0].Code);

        await host.DoneAsync(new DecideProduct(Lamp, true, "eve", "fine"));
        await host.SettleAsync();

        Assert.Equal(Money.Eur(120.01m), (await host.ProductAsync()).Content.Price);
        var approval = (await host.Repository<ProductApproval>().ListAsync(new())).Items.Single();
        Assert.Equal((ProductApprovalStatus.Approved, "eve", "fine"), (approval.Status, approval.Reviewer, approval.Note));
        Assert.True(host.Published.Only<ProductApprovalDecided>().IsApproved);
        Assert.Contains((await host.Repository<Decision>().ListAsync(new())).Items, decision => decision.Outcome == "needed: PriceChange");
    }

    [Fact]
    public async Task A_change_that_is_not_agreed_to_leaves_the_product_as_it_was()
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();
        await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content with { Brand = "Sud" }, Author));

        await host.DoneAsync(new DecideProduct(Lamp, false, "eve"));

        Assert.Equal(("Nord", ProductStatus.Active), ((await host.ProductAsync()).Content.Brand, (await host.ProductAsync()).Status));
        Assert.Equal(RefusalCode.NotFound, (await host.AskAsync<Answer>(new DecideProduct(Lamp, true, "eve"))).Refusals[0].Code);
    }

    [Fact]
    public async Task The_first_products_go_on_sale_only_when_a_person_agrees()
    {
        await using var host = await StartAsync(firstProducts: 1);
        await host.DraftAsync();
        Assert.Equal(RefusalCode.PolicyViolation, (await host.AskAsync<Answer>(new ActivateProduct(Lamp, Author))).Refusals[0].Code);

        var asked = await host.AskAsync<ProductAnswer>(new SubmitForApproval(Lamp, Author));
        Assert.Equal((ProductStatus.PendingApproval, ProductApprovalKind.NewProduct), (asked.Product!.Status, asked.Pending[0].Kind));
        Assert.Equal(RefusalCode.PolicyViolation, (await host.AskAsync<Answer>(new ActivateProduct(Lamp, Author))).Refusals[0].Code);

        await host.DoneAsync(new DecideProduct(Lamp, false, "eve", "blurred picture"));
        Assert.Equal(ProductStatus.PendingApproval, (await host.ProductAsync()).Status);

        await host.AskAsync<ProductAnswer>(new SubmitForApproval(Lamp, Author));
        await host.DoneAsync(new DecideProduct(Lamp, true, "eve"));
        await host.SettleAsync();
        Assert.Equal(ProductStatus.Active, (await host.ProductAsync()).Status);
        Assert.Single(host.Published.All<ProductActivated>());

        await host.DraftAsync(sku: new Sku("VASE-1"));
        Assert.Equal(ProductStatus.Active, (await host.AskAsync<ProductAnswer>(new SubmitForApproval(new Sku("VASE-1"), Author))).Product!.Status);
    }

    [Fact]
    public async Task An_incomplete_product_is_not_handed_in_and_one_on_sale_stays_complete()
    {
        await using var host = await StartAsync();
        await host.DoneAsync(new CreateProduct(Lamp, Content with { Category = null }, Author));

        var asked = await host.AskAsync<ProductAnswer>(new SubmitForApproval(Lamp, Author));
        Assert.Equal(["Category", "Media"], asked.Refusals.Select(refusal => refusal.Field));
        Assert.Equal(ProductStatus.Draft, asked.Product!.Status);

        await host.ActiveAsync(sku: new Sku("VASE-1"));
        var emptied = await host.AskAsync<ProductAnswer>(new UpdateProduct(new Sku("VASE-1"), Content with { Price = Money.Eur(0), Cost = null }, Author));
        Assert.Equal("Price", Assert.Single(emptied.Refusals).Field);
    }

    [Fact]
    public async Task Steps_that_are_not_listed_are_refused_and_change_nothing()
    {
        await using var host = await StartAsync();
        await host.DraftAsync();
        await AssertRefusedAsync(new DiscontinueProduct(Lamp, Author), ProductStatus.Draft);
        await host.DoneAsync(new ActivateProduct(Lamp, Author));
        await AssertRefusedAsync(new ActivateProduct(Lamp, Author), ProductStatus.Active);
        await AssertRefusedAsync(new ArchiveProduct(Lamp, Author), ProductStatus.Active);
        await host.DoneAsync(new DiscontinueProduct(Lamp, Author));
        await AssertRefusedAsync(new DiscontinueProduct(Lamp, Author), ProductStatus.Discontinued);
        await host.DoneAsync(new ActivateProduct(Lamp, Author));
        await host.DoneAsync(new DiscontinueProduct(Lamp, Author));
        await host.DoneAsync(new ArchiveProduct(Lamp, Author));
        await AssertRefusedAsync(new ActivateProduct(Lamp, Author), ProductStatus.Archived);
        await AssertRefusedAsync(new AddMedia(Lamp, ProductMediaKind.Image, Picture, Author), ProductStatus.Archived);
        Assert.Equal(RefusalCode.InvalidTransition, (await host.AskAsync<ProductAnswer>(new UpdateProduct(Lamp, Content, Author))).Refusals[0].Code);
        Assert.Equal(RefusalCode.InvalidTransition, (await host.AskAsync<ProductAnswer>(new SubmitForApproval(Lamp, Author))).Refusals[0].Code);

        async Task AssertRefusedAsync(IMessage command, ProductStatus stays)
        {
            Assert.Equal(RefusalCode.InvalidTransition, Assert.Single((await host.AskAsync<Answer>(command)).Refusals).Code);
            Assert.Equal(stays, (await host.ProductAsync()).Status);
        }
    }

    [Fact]
    public async Task Exactly_one_picture_is_the_primary_one()
    {
        await using var host = await StartAsync();
        await host.DoneAsync(new CreateProduct(Lamp, Content, Author));
        await host.DoneAsync(new AddMedia(Lamp, ProductMediaKind.Video, new Uri("https://example.com/a.mp4"), Author));
        Assert.Null((await host.ProductAsync()).PrimaryImage);
        var first = await host.AskAsync<Answer>(new AddMedia(Lamp, ProductMediaKind.Image, Picture, Author, new ImageSizes(Zoom: Picture)));
        var second = await host.AskAsync<Answer>(new AddMedia(Lamp, ProductMediaKind.Image, Picture, Author));
        Assert.Equal(first.Id, (await host.ProductAsync()).PrimaryImage.ToString());

        await host.DoneAsync(new SetPrimaryImage(Lamp, Guid.Parse(second.Id), Author));

        var product = await host.ProductAsync();
        Assert.Equal((second.Id, 3), (product.PrimaryImage.ToString(), product.Media.Count));
        var video = await host.AskAsync<Answer>(new SetPrimaryImage(Lamp, product.Media[0].Id, Author));
        Assert.Equal("MediaId", Assert.Single(video.Refusals).Field);
    }

    [Fact]
    public async Task Commands_that_cannot_be_carried_out_name_their_field()
    {
        await using var host = await StartAsync();
        await host.DraftAsync();
        (string Field, IMessage Command)[] refused =
        [
            ("Sku", new CreateProduct(new Sku("a"), Content, Author)),
            ("Author", new CreateProduct(new Sku("NEW-1"), Content, " ")),
            ("Kind", new AddMedia(Lamp, (ProductMediaKind)9, Picture, Author)),
            ("Address", new AddMedia(Lamp, ProductMediaKind.Pdf, new Uri("ftp://example.com/a"), Author)),
            ("Sizes", new AddMedia(Lamp, ProductMediaKind.Pdf, Picture, Author, new ImageSizes(Large: Picture))),
            ("Author", new AddMedia(Lamp, ProductMediaKind.Pdf, Picture, "")),
            ("Author", new ActivateProduct(Lamp, "")),
            ("Author", new ArchiveProduct(Lamp, new string('x', 101))),
            ("Sku", new DiscontinueProduct(new Sku("NO-ONE"), Author)),
            ("Sku", new SetPrimaryImage(new Sku("NO-ONE"), Guid.Empty, Author)),
        ];
        foreach (var (field, command) in refused)
        {
            Assert.Equal(field, Assert.Single((await host.AskAsync<Answer>(command)).Refusals).Field);
        }

        Assert.Equal("Sku", (await host.AskAsync<ProductAnswer>(new GetProduct(new Sku("NO-ONE")))).Refusals[0].Field);
        Assert.Equal("Reviewer", (await host.AskAsync<Answer>(new DecideProduct(Lamp, true, ""))).Refusals[0].Field);
        Assert.Equal("Note", (await host.AskAsync<Answer>(new DecideProduct(Lamp, true, "eve", new string('x', 501)))).Refusals[0].Field);
    }

    [Fact]
    public async Task A_merchant_sees_and_changes_only_its_own_products()
    {
        await using var host = await StartAsync();
        var (one, other) = (new PublishOptions { Tenant = new TenantId(new Guid(1, 0, 0, new byte[8])) }, new PublishOptions { Tenant = new TenantId(new Guid(2, 0, 0, new byte[8])) });
        Assert.Empty((await host.AskAsync<Answer>(new CreateProduct(Lamp, Content, Author), one)).Refusals);

        Assert.NotNull((await host.AskAsync<ProductAnswer>(new GetProduct(Lamp), one)).Product);
        Assert.Null((await host.AskAsync<ProductAnswer>(new GetProduct(Lamp), other)).Product);
        Assert.Equal(RefusalCode.NotFound, (await host.AskAsync<Answer>(new ArchiveProduct(Lamp, Author), other)).Refusals[0].Code);
        Assert.Equal(RefusalCode.Duplicate, (await host.AskAsync<Answer>(new CreateProduct(Lamp, Content, Author), other)).Refusals[0].Code);
    }

    [Theory]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_makes_no_second_version(CrashPoint point)
    {
        await using var host = await StartAsync();
        await host.ActiveAsync();
        var version = (await host.ProductAsync()).Version;

        host.CrashNextAt(point);
        await host.SendAsync(new UpdateProduct(Lamp, Content with { Name = "Lamp 2" }, Author));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal((version + 1, "Lamp 2"), ((await host.ProductAsync()).Version, (await host.ProductAsync()).Content.Name));
        Assert.Equal(version + 1, await host.Repository<ProductVersion>().CountAsync());
    }
}
