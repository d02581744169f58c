using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Pricing;
using Commerce.Testing;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>What the tests of promotions share.</summary>
internal static class Promotions
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    internal static Promotion Active(PromotionTerms terms, int uses = 0, PromotionStatus status = PromotionStatus.Active) => new()
    {
        Id = new Guid(1, 2, 3, new byte[8]), Code = terms.Code, IsAutomatic = terms.IsAutomatic, Status = status, Terms = terms, Uses = uses,
    };

    internal static PromotionTerms Terms(string code, PromotionType type = PromotionType.Percentage, decimal? rate = 0.10m, decimal? amount = null) => new()
    {
        Code = code, Type = type, Rate = rate, Amount = amount is { } given ? Money.Eur(given) : null,
    };

    internal static CartLine Line(string sku, decimal price, int quantity = 1, params string[] categories) => new()
    {
        Sku = new Sku(sku), UnitPrice = Money.Eur(price), Quantity = quantity, Categories = categories,
    };

    internal static Cart Cart(params CartLine[] lines) => new() { Lines = lines, Shipping = Money.Eur(5.99m) };

    internal static PromotionFacts Facts(Buyer? buyer = null, string? usedCode = null, int uses = 0) => new()
    {
        At = Now,
        Buyer = buyer ?? new Buyer { Customer = "zoe" },
        Uses = usedCode is null ? new Dictionary<string, int>() : new Dictionary<string, int> { [usedCode] = uses },
    };

    /// <summary>Applies promotions whose codes, where they have one, the buyer typed.</summary>
    internal static PromotionResult Apply(Cart cart, params PromotionTerms[] terms) => PromotionRules.Apply(
        cart with { Codes = [.. terms.Where(one => !one.IsAutomatic).Select(one => one.Code)] }, [.. terms.Select(one => Active(one))], Facts());

    internal static decimal[] Discounts(this PromotionResult result) => [.. result.Lines.Select(line => line.Discount.Amount)];

    internal static OrderId Order(int number) => new(new Guid(number, 0, 0, new byte[8]));

    internal static Task<AgentTestHost> StartAsync() => AgentTestHost.StartAsync(agents => agents.AddPromotions());

    internal static async Task CreateAsync(this AgentTestHost host, PromotionTerms terms)
    {
        var created = await host.AskAsync<Answer>(new CreatePromotion(terms));
        var activated = await host.AskAsync<Answer>(new ActivatePromotion(terms.Code));
        if (created.Refusals.Concat(activated.Refusals).FirstOrDefault() is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }

    internal static async Task<Promotion> PromotionAsync(this AgentTestHost host, string code) =>
        (await host.AskAsync<PromotionReport>(new GetPromotion(code))).Promotion!;

    internal static Task<Answer> RedeemAsync(this AgentTestHost host, string code, int order, string customer = "zoe", decimal amount = 5m) =>
        host.AskAsync<Answer>(new RedeemPromotion(code, Order(order), customer, Money.Eur(amount)));
}
