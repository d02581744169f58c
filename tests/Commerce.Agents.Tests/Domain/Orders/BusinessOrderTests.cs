using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

/// <summary>ORD-1 rule 2 with PAY-4 rule 4: a business of another member state pays no tax. The seller is in France; a lamp costs 29.90.</summary>
public sealed class BusinessOrderTests : IVatNumberValidator
{
    private readonly Queue<VatNumberCheck> _answers = new();
    private int _questions;

    /// <summary>Whether prices include tax, country, VAT number, whether the authority knows it; tax, total, by which rule.</summary>
    public static TheoryData<bool, string, string, bool, decimal, decimal, TaxTreatment> Cases => new()
    {
        { false, "DE", "DE123456789", true, 0m, 35.89m, TaxTreatment.ReverseCharge },
        { true, "DE", "DE123456789", true, 0m, 29.91m, TaxTreatment.ReverseCharge },
        { true, "DE", "BE0123456789", true, 0m, 29.91m, TaxTreatment.ReverseCharge },
        { false, "DE", "DE123456789", false, 6.82m, 42.71m, TaxTreatment.Destination },
        { true, "DE", "DE123456789", false, 5.73m, 35.89m, TaxTreatment.Destination },
        { true, "DE", "FR12345678901", true, 5.73m, 35.89m, TaxTreatment.Destination },
        { true, "FR", "DE123456789", true, 5.98m, 35.89m, TaxTreatment.Destination },
        { true, "GB", "DE123456789", true, 0m, 29.91m, TaxTreatment.Export },
    };

    Task<VatNumberCheck> IVatNumberValidator.CheckAsync(VatNumber number, CancellationToken cancellationToken)
    {
        _questions++;
        return Task.FromResult(_answers.Dequeue());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Order_and_tax_agent_agree_on_the_tax_of_a_business(
        bool pricesIncludeTax, string country, string number, bool isKnown, decimal tax, decimal total, TaxTreatment treatment)
    {
        _answers.Enqueue(new VatNumberCheck(isKnown));
        await using var shop = await Shop.OpenAsync(orders: options => options.PricesIncludeTax = pricesIncludeTax, authority: this);

        var id = await shop.PlaceAsync(Draft(country, number));

        var totals = (await shop.OrderAsync(id)).Totals!;
        Assert.Equal((tax, total), (totals.Tax.Amount, totals.Total.Amount));
        var told = shop.Host.Published.Only<TaxCalculated>();
        Assert.Equal((treatment, totals.Tax, totals.Goods + totals.Shipping), (told.Treatment, told.Tax, told.Lines.Aggregate(Money.Eur(0), static (sum, line) => sum + line.Base)));
        Assert.InRange(_questions, 0, 1);
    }

    [Fact]
    public async Task Change_of_an_order_asks_again_and_keeps_the_rule()
    {
        for (var i = 0; i < 3; i++)
        {
            _answers.Enqueue(new VatNumberCheck(IsValid: true));
        }

        // The same basket once more is held, and can be changed.
        await using var shop = await Shop.OpenAsync(authority: this);
        await shop.PlaceAsync(Draft("DE", "DE123456789"));
        var id = await shop.PlaceAsync(Draft("DE", "DE123456789"), "basket-2");

        await shop.Host.AskAsync<Answer>(new ModifyOrder(id, new OrderChange { Items = new Dictionary<Sku, int> { [Shop.Lamp] = 2 } }, "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal((0m, 59.80m), ((await shop.OrderAsync(id)).Totals!.Tax.Amount, (await shop.OrderAsync(id)).Totals!.Total.Amount));
        Assert.Equal(TaxTreatment.ReverseCharge, shop.Host.Published.All<TaxCalculated>()[^1].Treatment);
        Assert.Equal(3, _questions);
    }

    [Fact]
    public async Task Number_that_is_none_is_refused_and_another_number_is_another_draft()
    {
        _answers.Enqueue(new VatNumberCheck(IsValid: true));
        await using var shop = await Shop.OpenAsync(authority: this);
        var id = OrderKeys.From("shop", "basket-1");

        var none = await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Draft("DE", "DE1")));
        var first = await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Draft("DE", "DE123456789")));
        var other = await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Draft("DE", "DE987654321")));

        Assert.Equal("VatNumber", Assert.Single(none.Refusals).Field);
        Assert.Empty(first.Refusals);
        Assert.Equal(RefusalCode.Duplicate, Assert.Single(other.Refusals).Code);
    }

    private static OrderDraft Draft(string country, string number)
    {
        var draft = Shop.Draft(lamps: 1);
        return draft with
        {
            VatNumber = number, ShipTo = draft.ShipTo with { Address = draft.ShipTo.Address with { Country = CountryCode.Parse(country) } },
        };
    }
}
