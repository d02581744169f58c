using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class CarrierChoiceTests
{
    /// <summary>The golden cases A to E: destination, weight; carrier, price, score, best first.</summary>
    public static TheoryData<string, decimal, string> Golden => new()
    {
        { "FR", 2.5m, "chronopost 12.90 67.02; dpd 6.10 66.54; colissimo 7.90 66.27; colis_prive 4.20 64.00; ups 15.00 47.20; fedex 14.00 45.00" },
        { "FR", 1.5m, "chronopost 8.97 78.62; colissimo 6.90 77.00; dpd 7.24 69.50; colis_prive 5.52 64.00" },
        { "FR", 0.8m, "colissimo 5.50 75.55; chronopost 8.90 72.88; dpd 6.10 66.54; colis_prive 4.20 64.00" },
        { "DE", 4.0m, "ups 15.00 73.33; fedex 14.00 73.00; chronopost 35.00 61.00; colissimo 22.00 55.45; dpd 18.00 55.11" },
        { "FR", 8.0m, "chronopost 18.50 70.22; colissimo 12.50 69.00; dpd 10.50 67.57; colis_prive 7.50 64.00" },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public async Task Carriers_are_ranked_by_the_golden_numbers(string country, decimal kilograms, string ranking)
    {
        var expected = ranking.Split("; ").Select(line => line.Split(' ')).Select(line => (Carrier: new CarrierCode(line[0]), Price: Number(line[1]), Score: Number(line[2]))).ToList();
        await using var dock = await Dock.OpenAsync(null, [.. expected.OrderBy(one => one.Carrier.Value, StringComparer.Ordinal).Select(one => (one.Carrier, one.Price, 2))]);

        await dock.ReadyAsync(country: country, kilograms: kilograms);

        var selected = dock.Host.Published.Only<CarrierSelected>();
        Assert.Equal(expected[0], (selected.Carrier, selected.Price.Amount, Math.Round(selected.Score, 2, MidpointRounding.AwayFromZero)));
        Assert.Equal(expected.Skip(1).Take(3).Select(one => one.Carrier), selected.Alternatives.Select(one => one.Carrier));
        Assert.Equal(expected.Select(one => one.Carrier), (await dock.StateAsync()).Choices.Select(one => one.Carrier));
        Assert.All(
            (await dock.StateAsync()).Choices.Zip(expected),
            pair => Assert.EndsWith(FormattableString.Invariant($"total {pair.Second.Score:0.##}"), pair.First.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_decision_is_kept_with_its_parts_and_a_sentence()
    {
        await using var dock = await Dock.OpenAsync(null, (CarrierCode.Colissimo, 5.50m, 2), (CarrierCode.ColisPrive, 4.20m, 2));

        await dock.ReadyAsync();

        var decision = Assert.Single(await dock.ListAsync<Decision>());
        Assert.Equal(("carrier", ShippingKeys.Part(Dock.Order, 1), "colissimo std"), (decision.Kind, decision.Subject, decision.Outcome));
        Assert.Equal("60 % on-time 95.0 % → 75; 40 % price 5.50 vs cheapest 4.20 → 76.36; total 75.55", decision.Reason);
        Assert.Equal(decision.Score, decision.Parts.Sum(part => part.Points));
        Assert.Equal(["on-time", "price"], decision.Parts.Select(part => part.Name));
        Assert.Equal(dock.Host.Published.Only<CarrierSelected>().Components, decision.Parts);
    }

    [Fact]
    public async Task Carriers_that_arrive_after_the_required_day_are_left_out_and_told()
    {
        await using var dock = await Dock.OpenAsync(
            null, (CarrierCode.Chronopost, 12.90m, 1), (CarrierCode.Dpd, 6.10m, 1), (CarrierCode.Colissimo, 7.90m, 2), (CarrierCode.ColisPrive, 4.20m, 2),
            (CarrierCode.Ups, 15.00m, 3), (CarrierCode.FedEx, 14.00m, 3));

        await dock.ReadyAsync(requiredBy: new DateOnly(2026, 3, 3));

        Assert.Equal([CarrierCode.Dpd, CarrierCode.Chronopost], (await dock.StateAsync()).Choices.Select(choice => choice.Carrier));
        var left = Assert.Single(await dock.ListAsync<Decision>()).Parts.Where(part => part.Name.StartsWith("left out", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, left.Count);
        Assert.All(left, part => Assert.Contains("after 2026-03-03", part.Name, StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2026, 3, 3), dock.Host.Published.Only<ShipmentCreated>().PromisedDate);
    }

    [Fact]
    public async Task When_no_carrier_will_do_the_choice_can_be_made_again_with_less()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync(requiredBy: new DateOnly(2026, 3, 2));
        Assert.Contains("it arrives on 2026-03-03", dock.Host.Published.Only<NoCarrierAvailable>().Reason, StringComparison.Ordinal);
        Assert.Empty(dock.Host.Published.All<CarrierSelected>());

        var faster = await dock.AskAsync(new SelectCarrier(Dock.Order, new CarrierRequirements { MinLevel = ServiceLevel.Overnight }));
        var any = await dock.AskAsync(new SelectCarrier(Dock.Order, new CarrierRequirements { MinLevel = ServiceLevel.Overnight, AllowServiceFallback = true }));
        await dock.Host.SettleAsync();

        Assert.Equal(RefusalCode.NotSupported, Assert.Single(faster.Refusals).Code);
        Assert.Empty(any.Refusals);
        Assert.Equal(CarrierCode.Chronopost, dock.Host.Published.Only<ShipmentCreated>().Carrier);
    }

    [Fact]
    public async Task A_carrier_is_not_chosen_again_for_what_is_not_packed_has_a_label_or_was_cancelled()
    {
        await using var dock = await Dock.OpenAsync();
        var unknown = await dock.AskAsync(new SelectCarrier(Dock.Order, new CarrierRequirements(), 7));
        await dock.ReadyAsync();
        var labelled = await dock.AskAsync(new SelectCarrier(Dock.Order, new CarrierRequirements()));
        await dock.Host.SendAsync(new StopShipment(Dock.Order, "the buyer changed their mind"));
        await dock.Host.SettleAsync();
        var stopped = await dock.AskAsync(new SelectCarrier(Dock.Order, new CarrierRequirements()));

        Assert.Equal(RefusalCode.NotFound, Assert.Single(unknown.Refusals).Code);
        Assert.Equal(RefusalCode.Duplicate, Assert.Single(labelled.Refusals).Code);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(stopped.Refusals).Code);
        Assert.Single(dock.Host.Published.All<CarrierSelected>());
    }

    [Fact]
    public async Task Options_and_the_warehouse_reach_the_carrier()
    {
        var south = Shop.Party("Lampes du Sud", "13001", "Marseille");
        await using var dock = await Dock.OpenAsync(options => options.Senders["south"] = south);
        await dock.ReadyAsync(requiredBy: new DateOnly(2026, 3, 2), warehouse: "south");

        await dock.AskAsync(new SelectCarrier(Dock.Order, new CarrierRequirements { Options = new ShipmentOptions { Signature = true, InsuredValue = Money.Eur(200) } }));
        await dock.Host.SettleAsync();
        await dock.ReadyAsync(part: 2);

        Assert.Equal("13001", dock.Chronopost.Purchases[0].Sender.Address.PostalCode);
        Assert.True(dock.Chronopost.Purchases[0].Options.Signature);
        Assert.Equal(Money.Eur(200), dock.Chronopost.Purchases[0].Options.InsuredValue);
        Assert.Equal("59000", dock.Chronopost.Purchases[1].Sender.Address.PostalCode);
        Assert.Equal(["south", "main"], (await dock.ListAsync<TrackedShipment>()).OrderBy(shipment => shipment.Part).Select(shipment => shipment.Warehouse));
    }

    [Fact]
    public async Task Prices_are_told_without_buying_and_a_question_keeps_its_answer()
    {
        await using var dock = await Dock.OpenAsync();
        var question = new GetQuotes(Guid.NewGuid(), Dock.Buyer(), [Dock.Box()]);

        var first = await dock.Host.AskAsync<CarrierRatesRetrieved>(question);
        dock.Ups.Quotes = [Dock.Quote(CarrierCode.Ups, 1, 1)];
        var second = await dock.Host.AskAsync<CarrierRatesRetrieved>(question);
        var empty = await dock.Host.AskAsync<CarrierRatesRetrieved>(new GetQuotes(Guid.NewGuid(), Dock.Buyer(), []));

        Assert.Equal([Money.Eur(12.90m), Money.Eur(15.00m)], first.Quotes.Select(quote => quote.Price));
        Assert.Equal(first.Quotes.Select(quote => quote.Price), second.Quotes.Select(quote => quote.Price));
        Assert.Contains("Packages", Assert.Single(empty.Messages).Message, StringComparison.Ordinal);
        Assert.Empty(dock.Chronopost.Purchases);
        Assert.Equal(2, dock.Host.Published.All<CarrierRatesRetrieved>().Count);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
