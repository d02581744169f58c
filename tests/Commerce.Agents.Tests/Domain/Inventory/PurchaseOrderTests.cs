using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

public sealed class PurchaseOrderTests
{
    private static readonly Sku Lamp = Purchasing.Lamp;

    [Fact]
    public void Only_the_listed_steps_are_allowed()
    {
        string[] allowed =
        [
            "Draft > Sent", "Draft > Cancelled", "Sent > Confirmed", "Sent > Cancelled", "Confirmed > PartiallyReceived", "Confirmed > Cancelled",
            "PartiallyReceived > Received",
        ];
        Assert.Equal(allowed.Order(), Steps.Of(PurchaseOrderTransitions.Table));
    }

    [Fact]
    public async Task A_recommendation_goes_to_the_best_supplier_in_whole_packs()
    {
        await using var purchasing = await Purchasing.OpenAsync();

        await purchasing.Host.SendAsync(new ReorderRecommended(Lamp, "PAR", 43));
        await purchasing.Host.SettleAsync();

        var order = Assert.Single(await purchasing.AllAsync());
        Assert.Equal(("B", "PAR", PurchaseOrderStatus.Draft), (order.Supplier, order.Warehouse, order.Status));
        Assert.Equal((43, 50, Money.Eur(450)), (order.Lines[0].Requested, order.Lines[0].Ordered, order.Total()!.Value));
        Assert.Matches("^PO-20260302-[0-9A-HJKMNP-TV-Z]{6}$", order.Number);
        var created = purchasing.Host.Published.Only<PurchaseOrderCreated>();
        Assert.Equal((new PurchaseOrderItem(Lamp, 50), new DateOnly(2026, 3, 7)), (Assert.Single(created.Lines), created.ExpectedOn));
        var decision = Assert.Single((await purchasing.Host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new())).Items);
        Assert.Equal(("supplier", "LAMP-1", "B", 92.56m), (decision.Kind, decision.Subject, decision.Outcome, decision.Score));
    }

    [Fact]
    public async Task When_nobody_can_deliver_that_is_told_with_reasons()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        await purchasing.DoAsync(new RegisterSupplier("B", "Lampes du Sud", Currency.Eur, 9, IsActive: false));

        await purchasing.Host.SendAsync(new ReorderRecommended(Purchasing.Vase, "PAR", 5));
        await purchasing.Host.SendAsync(new ReorderRecommended(Lamp, "PAR", 0));
        await purchasing.Host.SettleAsync();

        Assert.Equal("B", Assert.Single(purchasing.Host.Published.Only<NoSupplierAvailable>().Rejected).Supplier);
        Assert.Empty(await purchasing.AllAsync());
    }

    [Fact]
    public async Task One_draft_for_supplier_and_warehouse_grows_for_four_hours_and_is_sent()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyAsync(43);
        await purchasing.Host.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(id, await purchasing.BuyAsync(5));
        Assert.NotEqual(id, await purchasing.BuyAsync(5, warehouse: "LIL"));
        Assert.NotEqual(id, await purchasing.BuyAsync(5, supplier: "A"));
        Assert.Equal((48, 50), ((await purchasing.FindAsync(id)).Lines[0].Requested, (await purchasing.FindAsync(id)).Lines[0].Ordered));
        await purchasing.Host.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(PurchaseOrderStatus.Draft, (await purchasing.FindAsync(id)).Status);
        await purchasing.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        var sent = purchasing.Host.Published.Only<PurchaseOrderSent>();
        Assert.Equal((id, new PurchaseOrderItem(Lamp, 50), new DateOnly(2026, 3, 7)), (sent.PurchaseOrderId, Assert.Single(sent.Lines), sent.ExpectedOn));
        Assert.NotEqual(id, await purchasing.BuyAsync(5));
    }

    [Fact]
    public async Task A_repeated_recommendation_buys_what_is_missing_once()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        foreach (var quantity in new[] { 43, 43, 61, 50 })
        {
            await purchasing.Host.SendAsync(new ReorderRecommended(Lamp, "PAR", quantity));
            await purchasing.Host.SettleAsync();
        }

        Assert.Equal((61, 70), (Assert.Single(await purchasing.AllAsync()).Lines[0].Requested, (await purchasing.AllAsync())[0].Lines[0].Ordered));
    }

    [Fact]
    public async Task What_meets_a_draft_that_was_just_sent_goes_into_the_next_one()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyAsync(10);
        await purchasing.DoAsync(new SendPurchaseOrder(id));
        await purchasing.Host.SettleAsync();

        await purchasing.Host.SendAsync(new AddToPurchaseOrder(id, "B", "PAR", [new PurchaseOrderRequest(Lamp, 7, Money.Eur(9), 1, 10, 5)], false));
        await purchasing.Host.SettleAsync();

        Assert.Equal([10, 7], (await purchasing.AllAsync()).OrderBy(order => order.Status == PurchaseOrderStatus.Draft).Select(order => order.Lines[0].Requested));
    }

    [Theory]
    [InlineData(1_111, false)]
    [InlineData(1_112, true)]
    public async Task Above_ten_thousand_somebody_must_agree(int lamps, bool mustAgree)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        await purchasing.DoAsync(new SetSupplierProduct("B", Lamp, Money.Eur(9), 5));
        var id = await purchasing.BuyAsync(lamps);
        var total = Money.Eur(9 * lamps);

        var answer = await purchasing.DoAsync(new SendPurchaseOrder(id));
        await purchasing.Host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(mustAgree ? PurchaseOrderStatus.Draft : PurchaseOrderStatus.Sent, (await purchasing.FindAsync(id)).Status);
        if (!mustAgree)
        {
            Assert.Empty(answer.Refusals);
            return;
        }

        Assert.Equal((RefusalCode.PolicyViolation, "Total"), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
        Assert.Equal(total, purchasing.Host.Published.Only<PurchaseOrderApprovalNeeded>().Total);
        Assert.Equal(RefusalCode.Conflict, Assert.Single((await purchasing.DoAsync(new ApprovePurchaseOrder(id, Money.Eur(1)))).Refusals).Code);
        Assert.Empty((await purchasing.DoAsync(new ApprovePurchaseOrder(id, total))).Refusals);
        Assert.Equal(PurchaseOrderStatus.Sent, (await purchasing.FindAsync(id)).Status);
    }

    [Fact]
    public async Task An_agreement_ends_when_the_draft_grows()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyAsync(2_000);
        await purchasing.DoAsync(new ApprovePurchaseOrder(id, Money.Eur(18_000)));
        await purchasing.BuyAsync(10);

        Assert.Equal(RefusalCode.PolicyViolation, Assert.Single((await purchasing.DoAsync(new SendPurchaseOrder(id))).Refusals).Code);
    }

    [Fact]
    public async Task In_another_currency_somebody_must_always_agree()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        await purchasing.DoAsync(new RegisterSupplier("C", "Lamps Inc.", Currency.Parse("USD"), 9));
        await purchasing.DoAsync(new SetSupplierProduct("C", Lamp, new Money(1, Currency.Parse("USD")), 5));

        var id = await purchasing.BuyAsync(1, supplier: "C");

        Assert.Equal(RefusalCode.PolicyViolation, Assert.Single((await purchasing.DoAsync(new SendPurchaseOrder(id))).Refusals).Code);
    }

    [Fact]
    public async Task It_is_received_only_when_every_line_is_complete()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        await purchasing.DoAsync(new CreatePurchaseOrder("B", "PAR", [new PurchaseOrderItem(Purchasing.Vase, 3)]));
        var id = await purchasing.BuyConfirmedAsync(100);

        await ReceiveAsync(purchasing, id, "BL-1", new PurchaseReceiptLine(Lamp, 100, 10));
        Assert.Equal(PurchaseOrderStatus.PartiallyReceived, (await purchasing.FindAsync(id)).Status);
        await ReceiveAsync(purchasing, id, "BL-2", new PurchaseReceiptLine(Purchasing.Vase, 3));
        Assert.Equal(PurchaseOrderStatus.PartiallyReceived, (await purchasing.FindAsync(id)).Status);
        await ReceiveAsync(purchasing, id, "BL-3", new PurchaseReceiptLine(Lamp, 10));

        var order = await purchasing.FindAsync(id);
        Assert.Equal((PurchaseOrderStatus.Received, 3, purchasing.Host.Clock.GetUtcNow()), (order.Status, order.Receipts.Count, order.ReceivedAt));
        Assert.Equal((100, 10), order.Lines.Where(line => line.Sku == Lamp).Select(line => (line.Accepted, line.Rejected)).Single());
        Assert.Equal([false, false, true], purchasing.Host.Published.All<PurchaseOrderReceived>().Select(received => received.IsComplete));
        Assert.Equal([90, 3, 10], purchasing.Host.Published.All<PurchaseOrderReceived>().Select(received => Assert.Single(received.Lines).Quantity));

        // What was accepted can be sold.
        await purchasing.Host.SettleAsync();
        var stock = await purchasing.Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Lamp, order.Warehouse).Key);
        Assert.Equal(100, stock.OnHand);
    }

    [Theory]
    [InlineData(105, true)]
    [InlineData(106, false)]
    public async Task Five_percent_more_than_ordered_is_taken_and_no_more(int came, bool isTaken)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        var answer = await ReceiveAsync(purchasing, id, "BL-1", new PurchaseReceiptLine(Lamp, came));

        Assert.Equal(isTaken, answer.Refusals.Count == 0);
        Assert.Equal(isTaken ? PurchaseOrderStatus.Received : PurchaseOrderStatus.Confirmed, (await purchasing.FindAsync(id)).Status);
        Assert.All(answer.Refusals, refusal => Assert.Equal((RefusalCode.PolicyViolation, "Lines[LAMP-1].Received"), (refusal.Code, refusal.Field)));
    }

    [Fact]
    public async Task A_delivery_note_counts_once()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        for (var i = 0; i < 2; i++)
        {
            Assert.Empty((await ReceiveAsync(purchasing, id, "BL-1", new PurchaseReceiptLine(Lamp, 100))).Refusals);
        }

        Assert.Equal(100, (await purchasing.FindAsync(id)).Lines[0].Accepted);
        purchasing.Host.Published.Only<PurchaseOrderReceived>();
    }

    [Theory]
    [InlineData("Reference", "", 10, 0, "LAMP-1")]
    [InlineData("Lines[VASE-1]", "BL-1", 10, 0, "VASE-1")]
    [InlineData("Lines[LAMP-1].Received", "BL-1", 0, 0, "LAMP-1")]
    [InlineData("Lines[LAMP-1].Rejected", "BL-1", 10, 11, "LAMP-1")]
    [InlineData("Lines[LAMP-1].Rejected", "BL-1", 10, -1, "LAMP-1")]
    public async Task A_delivery_that_cannot_be_is_refused_as_a_whole(string field, string reference, int received, int rejected, string sku)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        var answer = await ReceiveAsync(purchasing, id, reference, new PurchaseReceiptLine(new Sku(sku), received, rejected));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Equal(PurchaseOrderStatus.Confirmed, (await purchasing.FindAsync(id)).Status);
    }

    [Fact]
    public async Task A_delivery_without_lines_or_with_one_twice_is_refused()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        Assert.Equal("Lines", Assert.Single((await ReceiveAsync(purchasing, id, "BL-1")).Refusals).Field);
        Assert.Equal(
            "Lines[LAMP-1]",
            Assert.Single((await ReceiveAsync(purchasing, id, "BL-1", new PurchaseReceiptLine(Lamp, 1), new PurchaseReceiptLine(Lamp, 1))).Refusals).Field);
    }

    [Fact]
    public async Task Steps_that_are_not_listed_are_refused_and_change_nothing()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyAsync(100);
        await RefusedAsync(new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 7)), PurchaseOrderStatus.Draft);
        await RefusedAsync(new ReceivePurchaseOrder(id, "BL-1", [new PurchaseReceiptLine(Lamp, 1)]), PurchaseOrderStatus.Draft);
        await purchasing.DoAsync(new SendPurchaseOrder(id));
        await RefusedAsync(new SendPurchaseOrder(id), PurchaseOrderStatus.Sent);
        await RefusedAsync(new ApprovePurchaseOrder(id, Money.Eur(900)), PurchaseOrderStatus.Sent);
        await RefusedAsync(new ReceivePurchaseOrder(id, "BL-1", [new PurchaseReceiptLine(Lamp, 1)]), PurchaseOrderStatus.Sent);
        await purchasing.DoAsync(new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 7)));
        await RefusedAsync(new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 8)), PurchaseOrderStatus.Confirmed);
        await ReceiveAsync(purchasing, id, "BL-1", new PurchaseReceiptLine(Lamp, 1));
        await RefusedAsync(new CancelPurchaseOrder(id, "too late"), PurchaseOrderStatus.PartiallyReceived);
        await ReceiveAsync(purchasing, id, "BL-2", new PurchaseReceiptLine(Lamp, 99));
        await RefusedAsync(new ReceivePurchaseOrder(id, "BL-3", [new PurchaseReceiptLine(Lamp, 1)]), PurchaseOrderStatus.Received);

        async Task RefusedAsync(IMessage command, PurchaseOrderStatus status)
        {
            Assert.Equal(RefusalCode.InvalidTransition, Assert.Single((await purchasing.DoAsync(command)).Refusals).Code);
            Assert.Equal(status, (await purchasing.FindAsync(id)).Status);
        }
    }

    [Fact]
    public async Task Commands_to_an_unknown_purchase_order_are_not_found()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = new PurchaseOrderId(Guid.CreateVersion7());

        IMessage[] commands =
        [
            new SendPurchaseOrder(id), new ApprovePurchaseOrder(id, Money.Eur(1)), new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 7)),
            new ReceivePurchaseOrder(id, "BL-1", []), new CancelPurchaseOrder(id, "no"),
        ];
        foreach (var command in commands)
        {
            Assert.Equal(RefusalCode.NotFound, Assert.Single((await purchasing.DoAsync(command)).Refusals).Code);
        }
    }

    [Fact]
    public async Task A_day_that_is_past_cannot_be_confirmed()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyAsync(100);
        await purchasing.DoAsync(new SendPurchaseOrder(id));

        Assert.Equal("ExpectedOn", Assert.Single((await purchasing.DoAsync(new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 1)))).Refusals).Field);
        Assert.Empty((await purchasing.DoAsync(new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 2)))).Refusals);
    }

    [Fact]
    public async Task A_cancelled_draft_is_never_sent_and_the_next_need_begins_another()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyAsync(100);

        Assert.Equal("Reason", Assert.Single((await purchasing.DoAsync(new CancelPurchaseOrder(id, " "))).Refusals).Field);
        await purchasing.DoAsync(new CancelPurchaseOrder(id, "not needed"));
        await purchasing.Host.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Empty(purchasing.Host.Published.All<PurchaseOrderSent>());
        Assert.Equal("not needed", purchasing.Host.Published.Only<PurchaseOrderCancelled>().Reason);
        Assert.NotEqual(id, await purchasing.BuyAsync(1));
    }

    [Fact]
    public async Task What_does_not_come_is_reminded_of_after_two_days_and_after_five_another_supplier_is_proposed()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);
        await ReceiveAsync(purchasing, id, "BL-1", new PurchaseReceiptLine(Lamp, 40));

        await purchasing.Host.AdvanceAsync(At(9) - purchasing.Host.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Empty(purchasing.Host.Published.All<PurchaseOrderOverdue>());
        await purchasing.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var reminder = purchasing.Host.Published.Only<PurchaseOrderOverdue>();
        Assert.Equal((id, OverdueStep.Reminder, new DateOnly(2026, 3, 7)), (reminder.PurchaseOrderId, reminder.Step, reminder.ExpectedOn));
        Assert.Empty(reminder.Proposals);
        await purchasing.Host.AdvanceAsync(At(12) - purchasing.Host.Clock.GetUtcNow());
        await purchasing.Host.AdvanceAsync(TimeSpan.FromDays(30));

        var told = purchasing.Host.Published.All<PurchaseOrderOverdue>();
        Assert.Equal([OverdueStep.Reminder, OverdueStep.Alert], told.Select(overdue => overdue.Step));
        var proposal = Assert.Single(told[1].Proposals);
        Assert.Equal((Lamp, 60, "A"), (proposal.Sku, proposal.Quantity, proposal.Supplier));
    }

    [Fact]
    public async Task What_comes_or_is_called_off_is_not_reminded_of()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var received = await purchasing.BuyConfirmedAsync(100);
        await ReceiveAsync(purchasing, received, "BL-1", new PurchaseReceiptLine(Lamp, 100));
        var cancelled = await purchasing.BuyConfirmedAsync(100);
        await purchasing.DoAsync(new CancelPurchaseOrder(cancelled, "not needed"));

        await purchasing.Host.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Empty(purchasing.Host.Published.All<PurchaseOrderOverdue>());
    }

    [Fact]
    public async Task A_later_day_moves_the_reminder()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyAsync(100);
        await purchasing.DoAsync(new SendPurchaseOrder(id));
        await purchasing.DoAsync(new ConfirmPurchaseOrder(id, new DateOnly(2026, 3, 20)));

        await purchasing.Host.AdvanceAsync(At(22) - purchasing.Host.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Empty(purchasing.Host.Published.All<PurchaseOrderOverdue>());
        await purchasing.Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(OverdueStep.Reminder, purchasing.Host.Published.Only<PurchaseOrderOverdue>().Step);
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task A_crash_does_not_buy_twice(CrashPoint point)
    {
        await using var purchasing = await Purchasing.OpenAsync();

        purchasing.Host.CrashNextAt(point);
        await purchasing.Host.SendAsync(new CreatePurchaseOrder("B", "PAR", [new PurchaseOrderItem(Lamp, 10)]));
        await purchasing.Host.RestartAfterCrashAsync();
        await purchasing.Host.SettleAsync();

        Assert.Equal(10, Assert.Single(Assert.Single(await purchasing.AllAsync()).Lines).Requested);
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_does_not_receive_twice(CrashPoint point)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        purchasing.Host.CrashNextAt(point);
        await purchasing.Host.SendAsync(new ReceivePurchaseOrder(id, "BL-1", [new PurchaseReceiptLine(Lamp, 40)]));
        await purchasing.Host.RestartAfterCrashAsync();
        await purchasing.Host.SettleAsync();

        Assert.Equal(40, (await purchasing.FindAsync(id)).Lines[0].Accepted);
    }

    private static DateTimeOffset At(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static async Task<Answer> ReceiveAsync(Purchasing purchasing, PurchaseOrderId id, string reference, params PurchaseReceiptLine[] lines)
    {
        var answer = await purchasing.DoAsync(new ReceivePurchaseOrder(id, reference, lines));
        await purchasing.Host.SettleAsync();
        return answer;
    }
}
