using Commerce.Agents.Domain.Inventory;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Whatever is bought, sent, delivered and called off, in whatever order.</summary>
public sealed class PurchasePropertyTests
{
    private static readonly Gen<(int Kind, int Order, int Quantity)> AnyStep =
        from kind in Gen.Choose(0, 6)
        from order in Gen.Choose(0, 5)
        from quantity in Gen.Choose(1, 60)
        select (kind, order, quantity);

    [Fact]
    public void There_is_one_draft_for_supplier_and_warehouse_and_no_more_is_taken_than_allowed() =>
        Prop.ForAll(AnyStep.ListOf(20).ToArbitrary(), steps => HoldsAsync([.. steps]).GetAwaiter().GetResult())
            .QuickCheckThrowOnFailure();

    private static async Task<bool> HoldsAsync(IReadOnlyList<(int Kind, int Order, int Quantity)> steps)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var note = 0;
        foreach (var (kind, number, quantity) in steps)
        {
            var known = (await purchasing.AllAsync()).OrderBy(order => order.CreatedAt).ThenBy(order => order.Number, StringComparer.Ordinal).ToList();
            var id = new PurchaseOrderId(known.Count == 0 ? Guid.CreateVersion7() : known[number % known.Count].Id);
            switch (kind)
            {
                case 0:
                    await purchasing.BuyAsync(quantity, number % 2 == 0 ? "A" : "B", number < 3 ? "PAR" : "LIL");
                    break;
                case 1:
                    await purchasing.Host.SendAsync(new ReorderRecommended(Purchasing.Lamp, number < 3 ? "PAR" : "LIL", quantity));
                    break;
                case 2:
                    await purchasing.DoAsync(new SendPurchaseOrder(id));
                    break;
                case 3:
                    await purchasing.DoAsync(new ConfirmPurchaseOrder(id, new DateOnly(2030, 1, 1)));
                    break;
                case 4:
                    await purchasing.DoAsync(new ReceivePurchaseOrder(id, $"BL-{++note}", [new PurchaseReceiptLine(Purchasing.Lamp, quantity, quantity % 4 == 0 ? 1 : 0)]));
                    break;
                case 5:
                    await purchasing.DoAsync(new CancelPurchaseOrder(id, "not needed"));
                    break;
                default:
                    await purchasing.Host.AdvanceAsync(TimeSpan.FromHours(number));
                    break;
            }

            await purchasing.Host.SettleAsync();
            var orders = await purchasing.AllAsync();
            if (orders.Where(order => order.Status == PurchaseOrderStatus.Draft).GroupBy(order => (order.Supplier, order.Warehouse)).Any(group => group.Count() > 1)
                || orders.SelectMany(order => order.Lines).Any(line => line.Accepted > line.Ordered * 1.05m)
                || orders.Any(order => (order.Status == PurchaseOrderStatus.Received) != order.Lines.All(line => line.Accepted >= line.Ordered)))
            {
                return false;
            }
        }

        return true;
    }
}
