using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Payments;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Commerce.Agents.Tests.Domain.Catalog.ProductDesk;

namespace Commerce.Agents.Tests.Domain.Catalog;

/// <summary>What a product must keep to, and when a person must agree (CAT-1, 1 to 3).</summary>
public sealed class ProductRulesTests
{
    private static readonly CatalogOptions Options = new();

    public static TheoryData<string, ProductContent> Refused => new()
    {
        { "Name", Content with { Name = "" } },
        { "Name", Content with { Name = new string('x', 256) } },
        { "Price", Content with { Price = Money.Eur(-0.01m) } },
        { "Cost", Content with { Cost = Money.Eur(-0.01m) } },
        { "Cost", Content with { Cost = new Money(1, Currency.Usd) } },
        { "Weight", Content with { Weight = Weight.FromGrams(0) } },
        { "Condition", Content with { Condition = (ProductCondition)9 } },
        { "Grade", Content with { Grade = (ProductGrade)9 } },
        { "Gtin", Content with { Gtin = "4006381333932" } },
        { "TaxClass", Content with { TaxClass = (TaxClass)9 } },
        { "Description", Content with { Description = new string('x', 10_001) } },
        { "Category", Content with { Category = " " } },
        { "Subcategory", Content with { Subcategory = new string('x', 201) } },
        { "Brand", Content with { Brand = new string('x', 101) } },
        { "Brand", Content with { IsUnbranded = true } },
    };

    public static TheoryData<string, Product> Incomplete => new()
    {
        { "Category", Sold with { Content = Content with { Category = null } } },
        { "Brand", Sold with { Content = Content with { Brand = null } } },
        { "Price", Sold with { Content = Content with { Price = Money.Eur(0) } } },
        { "Weight", Sold with { Content = Content with { Weight = null } } },
        { "Media", Sold with { PrimaryImage = null } },
        { "TaxClass", Sold with { Content = Content with { TaxClass = null } } },
    };

    private static Product Sold => new() { Id = Product.IdOf(Lamp), Sku = Lamp, Content = Content, PrimaryImage = Product.IdOf(Lamp) };

    [Theory]
    [InlineData("AB", true)]
    [InlineData("A", false)]
    [InlineData("Z9-_.", true)]
    [InlineData("ab", false)]
    [InlineData("A B", false)]
    [InlineData("ÀB", false)]
    [InlineData("", false)]
    public void A_sku_has_2_to_64_of_its_characters(string sku, bool isSku) => Assert.Equal(isSku, ProductRules.IsSku(sku));

    [Fact]
    public void A_sku_of_64_is_taken_and_of_65_is_not() =>
        Assert.Equal((true, false), (ProductRules.IsSku(new string('A', 64)), ProductRules.IsSku(new string('A', 65))));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Content_that_cannot_be_kept_is_refused_with_its_field(string field, ProductContent content) =>
        Assert.Equal(field, Assert.Single(ProductRules.Check("LAMP-1", content)).Field);

    [Fact]
    public void Bounds_themselves_are_taken() => Assert.Empty(ProductRules.Check(
        "LAMP-1", Content with { Name = new string('x', 255), Price = Money.Eur(0), Cost = Money.Eur(0), Weight = Weight.FromGrams(1), Gtin = "4006381333931" }));

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void To_be_on_sale_a_product_needs_each_of_six(string field, Product product) =>
        Assert.Equal(field, Assert.Single(ProductRules.CheckForSale(product)).Field);

    [Fact]
    public void An_unbranded_product_with_the_rest_may_be_on_sale() =>
        Assert.Empty(ProductRules.CheckForSale(Sold with { Content = Content with { Brand = null, IsUnbranded = true } }));

    [Theory]
    [InlineData("96385074", true)]
    [InlineData("036000291452", true)]
    [InlineData("4006381333931", true)]
    [InlineData("00012345600012", true)]
    [InlineData("96385075", false)]
    [InlineData("400638133393", false)]
    [InlineData("400638133393a", false)]
    [InlineData("123", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_last_digit_of_a_gtin_checks_the_others(string? gtin, bool isValid) => Assert.Equal(isValid, Gtin.IsValid(gtin));

    [Fact]
    public void One_wrong_digit_of_a_gtin_is_always_found() => Prop.ForAll(
        (from position in Gen.Choose(0, 12) from step in Gen.Choose(1, 9) select (position, step)).ToArbitrary(),
        given =>
        {
            var digits = "4006381333931".ToCharArray();
            digits[given.position] = (char)('0' + ((digits[given.position] - '0' + given.step) % 10));
            return !Gtin.IsValid(new string(digits));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(100, 120, false)]
    [InlineData(100, 120.01, true)]
    [InlineData(100, 80, false)]
    [InlineData(100, 79.99, true)]
    [InlineData(0, 0.01, true)]
    [InlineData(0, 0, false)]
    [InlineData(29.99, 35.98, false)]
    [InlineData(29.99, 35.99, true)]
    public void More_than_20_percent_in_one_step_needs_a_person(double before, double after, bool isNeeded)
    {
        var need = ApprovalRules.ForChange(Content with { Price = Money.Eur((decimal)before) }, Content with { Price = Money.Eur((decimal)after) }, Options);

        Assert.Equal(isNeeded ? ProductApprovalKind.PriceChange : (ProductApprovalKind?)null, need.Kind);
        Assert.NotEmpty(need.Reason);
    }

    [Fact]
    public void Another_category_brand_or_condition_needs_a_person_and_other_fields_do_not()
    {
        ProductContent[] major =
        [
            Content with { Category = "Garden" }, Content with { Brand = "Sud" }, Content with { Condition = ProductCondition.Used },
            Content with { Brand = "Sud", Price = Money.Eur(500) },
        ];

        Assert.All(major, after => Assert.Equal(ProductApprovalKind.MajorUpdate, ApprovalRules.ForChange(Content, after, Options).Kind));
        Assert.Null(ApprovalRules.ForChange(Content, Content with { Name = "Lamp 2", Description = "new", Cost = Money.Eur(1) }, Options).Kind);
        Assert.Equal(ProductApprovalKind.PriceChange, ApprovalRules.ForChange(Content, Content with { Price = new Money(100, Currency.Usd) }, Options).Kind);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void The_first_10_products_of_a_merchant_need_a_person(int before, bool isNeeded) =>
        Assert.Equal(isNeeded ? ProductApprovalKind.NewProduct : (ProductApprovalKind?)null, ApprovalRules.ForNew(before, null, Options).Kind);

    [Fact]
    public void A_gtin_of_another_product_needs_a_person() =>
        Assert.Equal(ProductApprovalKind.NewProduct, ApprovalRules.ForNew(1_000, new Sku("OTHER"), Options).Kind);

    [Fact]
    public void A_product_goes_only_the_listed_steps() => Assert.Equal(
        ["Active > Discontinued", "Discontinued > Active", "Discontinued > Archived", "Draft > Archived", "Draft > PendingApproval", "PendingApproval > Active"],
        Steps.Of(ProductTransitions.Table));
}
