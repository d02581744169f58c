using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Commands whose texts were left out: they are refused by field, as any other that cannot be.</summary>
public sealed class MissingTextTests
{
    public static TheoryData<string, IMessage> Commands => new()
    {
        { "Warehouse", new StartCycleCount(Guid.NewGuid(), CycleCountKind.Cycle, null!, [Purchasing.Lamp]) },
        { "Name", new RegisterSupplier("C", null!, Currency.Eur, 8) },
        { "Warehouse", new CreatePurchaseOrder("B", null!, [new PurchaseOrderItem(Purchasing.Lamp, 1)]) },
        { "Reason", new CancelTransfer(Guid.NewGuid(), null!) },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_missing_text_is_refused(string field, IMessage command)
    {
        await using var purchasing = await Purchasing.OpenAsync();

        Assert.Equal(field, Assert.Single((await purchasing.DoAsync(command)).Refusals).Field);
    }

    [Fact]
    public async Task A_purchase_order_is_not_called_off_or_received_without_a_text()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        var cancelled = await purchasing.DoAsync(new CancelPurchaseOrder(id, null!));
        var received = await purchasing.DoAsync(new ReceiveInbound(id, null!, [new PurchaseReceiptLine(Purchasing.Lamp, 1)]));

        Assert.Equal("Reason", Assert.Single(cancelled.Refusals).Field);
        Assert.Equal("Reference", Assert.Single(received.Refusals).Field);
    }
}
