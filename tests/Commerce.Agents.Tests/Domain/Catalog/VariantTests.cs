using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Commerce.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Commerce.Agents.Tests.Domain.Catalog.ProductDesk;

namespace Commerce.Agents.Tests.Domain.Catalog;

/// <summary>Variants of products (CAT-2).</summary>
public sealed class VariantTests
{
    private static readonly Sku Red = new("LAMP-1-RED-S");
    private static readonly Sku Blue = new("LAMP-1-BLUE-S");
    private static readonly OrderId Order = OrderKeys.From("shop", "1");

    [Fact]
    public async Task A_matrix_makes_every_combination_once()
    {
        await using var host = await FamilyAsync();

        var again = await host.AskAsync<VariantsAnswer>(new GenerateVariants(Lamp, Values(["Red", "Blue", "Green"], ["S"]), Author));

        Assert.Equal(("LAMP-1-GREEN-S", 2), (Assert.Single(again.Variants).Sku.Value, again.Skipped));
        var all = (await host.AskAsync<VariantsAnswer>(new GetVariants(Lamp))).Variants;
        Assert.Equal(["LAMP-1-RED-S", "LAMP-1-BLUE-S", "LAMP-1-GREEN-S"], all.Select(variant => variant.Sku.Value));
        Assert.Equal(3, host.Published.All<VariantChanged>().Count);
    }

    [Fact]
    public void A_matrix_has_the_product_of_its_values_all_different() => Prop.ForAll(
        (from one in Gen.Choose(1, 6) from two in Gen.Choose(1, 6) select (one, two)).ToArbitrary(),
        given =>
        {
            VariantAttribute[] attributes = [new("a", VariantAttributeType.Text), new("b", VariantAttributeType.Text)];
            var values = new Dictionary<string, IReadOnlyList<string>> { ["a"] = Names(given.one), ["b"] = Names(given.two) };
            var drafts = VariantRules.Combine(Lamp, attributes, values).ToList();
            return drafts.Count == given.one * given.two && drafts.DistinctBy(draft => draft.Sku).Count() == drafts.Count
                && !drafts.Exists(draft => drafts.Exists(other => other != draft && VariantRules.IsSame(draft.Options, other.Options)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Attributes_are_fixed_once_there_are_variants()
    {
        await using var host = await FamilyAsync();

        var answer = await host.AskAsync<Answer>(new DefineAttribute(Lamp, new VariantAttribute("Voltage", VariantAttributeType.Number), Author));

        Assert.Equal((RefusalCode.PolicyViolation, "Parent"), (answer.Refusals[0].Code, answer.Refusals[0].Field));
    }

    [Fact]
    public async Task A_combination_and_a_sku_are_given_once()
    {
        await using var host = await FamilyAsync();

        Assert.Equal("Options", Assert.Single((await CreateAsync(host, "OTHER-1", "red", "s")).Refusals).Field);
        Assert.Equal("Sku", Assert.Single((await CreateAsync(host, "LAMP-1-RED-S", "Pink", "S")).Refusals).Field);
        Assert.Equal("Sku", Assert.Single((await CreateAsync(host, "LAMP-1", "Pink", "S")).Refusals).Field);
        Assert.Equal("Sku", Assert.Single((await CreateAsync(host, "pink", "Pink", "S")).Refusals).Field);
        Assert.Equal("Options.Color", Assert.Single((await CreateAsync(host, "PINK-1", "#12345", "S")).Refusals).Field);
        Assert.Empty((await CreateAsync(host, "PINK-1", "Pink", "S")).Refusals);
        Assert.Equal(RefusalCode.Duplicate, (await host.AskAsync<Answer>(new CreateProduct(new Sku("PINK-1"), Content, Author))).Refusals[0].Code);
    }

    [Fact]
    public async Task Exactly_one_variant_is_the_master()
    {
        await using var host = await FamilyAsync();
        Assert.Equal([true, false], await MastersAsync());

        await host.DoneAsync(new SetMaster(Lamp, Blue, Author));
        Assert.Equal([false, true], await MastersAsync());

        var refused = await host.AskAsync<Answer>(new DeactivateVariant(Lamp, Blue, Author));
        Assert.Equal(RefusalCode.PolicyViolation, refused.Refusals[0].Code);
        await host.DoneAsync(new DeactivateVariant(Lamp, Red, Author));
        Assert.Equal("Sku", Assert.Single((await host.AskAsync<Answer>(new SetMaster(Lamp, Red, Author))).Refusals).Field);
        await host.DoneAsync(new DeactivateVariant(Lamp, Blue, Author));
        Assert.Equal([false, true], await MastersAsync());

        async Task<IEnumerable<bool>> MastersAsync() => (await host.AskAsync<VariantsAnswer>(new GetVariants(Lamp))).Variants.Select(variant => variant.IsMaster);
    }

    [Fact]
    public async Task A_price_holds_within_its_window_and_the_products_outside()
    {
        await using var host = await FamilyAsync();
        await host.DoneAsync(new ActivateProduct(Lamp, Author));
        var now = host.Clock.GetUtcNow();
        await host.DoneAsync(new SetVariantPrice(Lamp, Red, new VariantPrice(Money.Eur(80), Money.Eur(100), now.AddHours(1), now.AddHours(2)), Author));
        await host.SettleAsync();

        Assert.Equal((Money.Eur(100), "Lamp (Red, S)"), (host.Catalogue().Find(Red)!.Price, host.Catalogue().Find(Red)!.Title));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(Money.Eur(80), host.Catalogue().Find(Red)!.Price);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(Money.Eur(100), host.Catalogue().Find(Red)!.Price);
    }

    [Fact]
    public async Task Prices_that_cannot_be_kept_are_refused_with_their_field()
    {
        await using var host = await FamilyAsync();
        var now = host.Clock.GetUtcNow();
        (string Field, VariantPrice Price)[] refused =
        [
            ("Price", new(Money.Eur(0))), ("Price", new(new Money(1, Currency.Usd))), ("CompareAt", new(Money.Eur(5), Money.Eur(5))),
            ("CompareAt", new(Money.Eur(5), new Money(6, Currency.Usd))), ("Until", new(Money.Eur(5), null, now, now)),
        ];
        foreach (var (field, price) in refused)
        {
            Assert.Equal(field, Assert.Single((await host.AskAsync<Answer>(new SetVariantPrice(Lamp, Red, price, Author))).Refusals).Field);
        }
    }

    [Fact]
    public async Task A_variant_for_which_an_order_waits_stays_on_sale()
    {
        await using var host = await FamilyAsync();
        await host.SendAsync(new OrderImported(Order, "ORD-1", "mirakl", "1", [Line(Blue), Line(Lamp)]));
        await host.SettleAsync();
        Assert.Equal(RefusalCode.PolicyViolation, (await host.AskAsync<Answer>(new DeactivateVariant(Lamp, Blue, Author))).Refusals[0].Code);

        await host.SendAsync(new OrderDelivered(Order, "ORD-1", host.Clock.GetUtcNow()));
        await host.SettleAsync();

        await host.DoneAsync(new DeactivateVariant(Lamp, Blue, Author));
        await host.SettleAsync();
        Assert.Equal(0, await host.Repository<OpenOrderLine>().CountAsync());
        Assert.False((await host.AskAsync<VariantsAnswer>(new GetVariants(Lamp))).Variants[1].IsActive);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_product_has_100_variants_at_most(int count, bool isTaken)
    {
        await using var host = await StartAsync();
        await host.DraftAsync();
        await host.DoneAsync(new DefineAttribute(Lamp, new VariantAttribute("Watt", VariantAttributeType.Number), Author));

        var answer = await host.AskAsync<VariantsAnswer>(new GenerateVariants(
            Lamp, new Dictionary<string, IReadOnlyList<string>> { ["Watt"] = Names(count) }, Author));

        Assert.Equal(isTaken ? count : 0, answer.Variants.Count);
        Assert.Equal(isTaken ? null : "Values", answer.Refusals.Select(static refusal => refusal.Field).FirstOrDefault());
    }

    [Fact]
    public async Task Commands_that_cannot_be_carried_out_name_their_field()
    {
        await using var host = await FamilyAsync();
        var none = new Sku("NO-ONE");
        Assert.Equal("Parent", (await host.AskAsync<VariantsAnswer>(new GetVariants(none))).Refusals[0].Field);
        Assert.Equal("Parent", (await host.AskAsync<Answer>(new DefineAttribute(none, new VariantAttribute("a", VariantAttributeType.Text), Author))).Refusals[0].Field);
        Assert.Equal("Sku", Assert.Single((await host.AskAsync<Answer>(new SetMaster(Lamp, none, Author))).Refusals).Field);
        Assert.Equal("Sku", Assert.Single((await host.AskAsync<Answer>(new DeactivateVariant(Lamp, none, Author))).Refusals).Field);
        Assert.Equal("Author", Assert.Single((await host.AskAsync<Answer>(new DeactivateVariant(Lamp, Blue, ""))).Refusals).Field);
        Assert.Equal("Values.Size", Assert.Single((await host.AskAsync<VariantsAnswer>(new GenerateVariants(Lamp, Values(["Red"], ["S", "s"]), Author))).Refusals).Field);
        Assert.Equal("Values", (await host.AskAsync<VariantsAnswer>(new GenerateVariants(Lamp, Values(["Red"], []), Author))).Refusals[0].Field);
        var unnamed = new CreateVariant(Lamp, default, new Dictionary<string, string> { ["Color"] = "Green", ["Size"] = "S" }, Author);
        Assert.Equal("Sku", Assert.Single((await host.AskAsync<VariantsAnswer>(unnamed)).Refusals).Field);
        await host.DraftAsync(sku: new Sku("VASE-1"));
        (string Field, VariantAttribute Attribute)[] refused = [("Name", new("", VariantAttributeType.Text)), ("Type", new("a", (VariantAttributeType)9))];
        foreach (var (field, attribute) in refused)
        {
            Assert.Equal(field, Assert.Single((await host.AskAsync<Answer>(new DefineAttribute(new Sku("VASE-1"), attribute, Author))).Refusals).Field);
        }
    }

    private static string[] Names(int count) => [.. Enumerable.Range(1, count).Select(number => $"{number}")];

    private static Dictionary<string, IReadOnlyList<string>> Values(string[] colors, string[] sizes) => new() { ["Color"] = colors, ["Size"] = sizes };

    private static OrderLine Line(Sku sku) => new()
    {
        Sku = sku, Title = "Lamp", Quantity = 1, UnitPrice = Money.Eur(1), Net = Money.Eur(1), Tax = Money.Eur(0), UnitWeight = Weight.FromGrams(1),
    };

    private static Task<VariantsAnswer> CreateAsync(AgentTestHost host, string sku, string color, string size) => host.AskAsync<VariantsAnswer>(
        new CreateVariant(Lamp, new Sku(sku), new Dictionary<string, string> { ["Color"] = color, ["Size"] = size }, Author));

    private static async Task<AgentTestHost> FamilyAsync()
    {
        var host = await StartAsync();
        await host.DraftAsync();
        await host.DoneAsync(new DefineAttribute(Lamp, new VariantAttribute("Color", VariantAttributeType.Color), Author));
        await host.DoneAsync(new DefineAttribute(Lamp, new VariantAttribute("Size", VariantAttributeType.Size), Author));
        var made = await host.AskAsync<VariantsAnswer>(new GenerateVariants(Lamp, Values(["Red", "Blue"], ["S"]), Author));
        Assert.Empty(made.Refusals);
        await host.SettleAsync();
        return host;
    }
}
