using Commerce.Agents.Domain.Inventory;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Commerce.Agents.Tests.Domain.Inventory.PickingHall;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Whatever a picker takes, does not find and gives up, in whatever order.</summary>
public sealed class PickingPropertyTests
{
    private static readonly string[] Locations = ["A-01-01-1", "B-01-01-1", "C-01-01-1"];

    private static readonly Gen<(int Kind, int Location, int Quantity)> AnyStep =
        from kind in Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(3)))
        from location in Gen.Choose(0, 2)
        from quantity in Gen.Choose(1, 4)
        select (kind, location, quantity);

    [Fact]
    public void No_unit_is_promised_twice_or_forgotten() =>
        Prop.ForAll(AnyStep.ListOf(10).ToArbitrary(), steps => HoldsAsync([.. steps]).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task<bool> HoldsAsync(IReadOnlyList<(int Kind, int Location, int Quantity)> steps)
    {
        await using var hall = await OpenAsync();
        foreach (var (location, quantity) in Locations.Zip([3, 4, 3]))
        {
            await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, location, quantity));
        }

        await hall.OrderAsync(Line(Lamp, 6));
        await hall.StartAsync();
        var lost = 0;
        foreach (var (kind, location, quantity) in steps)
        {
            var answer = await hall.AskAsync(kind switch
            {
                0 => new ConfirmPick(Bought, 1, 1, Locations[location], Lamp.Value, quantity),
                1 => new ReportShort(Bought, 1, 1, Locations[location], quantity),
                2 => new CompletePicking(Bought, 1),
                _ => new CancelPickList(Bought, 1, "given up"),
            });
            await hall.Host.SettleAsync();
            lost += kind == 1 && answer.Refusals.Count == 0 ? quantity : 0;

            var list = await hall.ListAsync();
            var line = list.Lines[0];
            var known = await hall.AllAsync<Location>();
            var open = list.Status is PickListStatus.Cancelled ? 0 : line.Picks.Sum(pick => pick.Left());
            var (onHand, reserved) = await hall.LevelAsync(Lamp);
            if (line.Picks.Sum(pick => pick.Quantity) + line.Missing != 6
                || known.Sum(location => location.Quantity) != 10 - line.Picked() - lost
                || known.Sum(location => location.Kept) != open
                || known.Any(location => location.Kept < 0 || location.Free() < 0)
                || (onHand, reserved) != (10 - lost, 6 - line.Missing)
                || (list.Status == PickListStatus.Completed) != (line.IsDone() && hall.Host.Published.All<PickListCompleted>().Count == 1))
            {
                return false;
            }
        }

        return true;
    }
}
