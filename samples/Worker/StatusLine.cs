using System.Globalization;
using Commerce.Agents;
using Commerce.Samples.Worker.Shop;

namespace Commerce.Samples.Worker;

/// <summary>Prints what operators see as one line every few seconds.</summary>
internal sealed class StatusLine(IAgentOperations operations, IAgentStates states, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Console.WriteLine(await DescribeAsync());
            }
            catch (CommerceException exception)
            {
                Console.WriteLine($"No status now: {exception.Message}");
            }
        }
    }

    private async Task<string> DescribeAsync()
    {
        var (lag, nodes) = (await operations.LagAsync(), await operations.NodesAsync());
        var agents = operations.Agents();
        var sales = await states.ListAsync<Sales>(ShopAgentsBuilderExtensions.SalesAgentName);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{operations.State}: {lag.Store.OwnedShards} shards of {nodes.Count} workers; handled here {agents.Sum(agent => agent.Handled)}, "
            + $"failed {agents.Sum(agent => agent.Failed)}, repeats {agents.Sum(agent => agent.Duplicates)}; waiting {lag.Store.OutboxDepth + lag.Broker} "
            + $"for {lag.Store.OutboxAge.TotalSeconds:0.0} s, parked {lag.Store.ParkedKeys}, dead {lag.Store.DeadLetters}; "
            + $"all orders: {sales.Sum(entry => entry.Value.Confirmed)} confirmed, {sales.Sum(entry => entry.Value.Rejected)} rejected");
    }
}
