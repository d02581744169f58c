using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Runtime;

/// <summary>A queue of parked messages that is handled to its very end lets its key go on.</summary>
public sealed class ParkedQueueTests
{
    [Theory]
    [InlineData(TransactionMode.Own, 1)]
    [InlineData(TransactionMode.Own, 3)]
    [InlineData(TransactionMode.Shared, 1)]
    [InlineData(TransactionMode.Shared, 127)]
    [InlineData(TransactionMode.Shared, 128)]
    [InlineData(TransactionMode.Shared, 129)]
    public async Task Key_goes_on_after_its_queue_is_handled_whatever_its_length(TransactionMode transaction, int length)
    {
        var outage = new Outage { IsOn = true };
        await using var host = await AgentTestHost.StartAsync(
            agents => agents.AddAgent<Counter, Counted>("counter", agent => agent.Handles<Count>(message => message.Key, transaction)),
            services => services.AddSingleton(outage));
        for (var i = 1; i <= length; i++)
        {
            await host.SendAsync(new Count("k", i));
            await host.SettleAsync();
        }

        outage.IsOn = false;
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await host.SendAsync(new Count("k", length + 1));
        await host.SettleAsync();

        Assert.Empty(await host.Operations.ParkedAsync());
        Assert.Equal(Enumerable.Range(1, length + 1), (await host.StateAsync<Counted>("counter", "k")).Numbers);
    }

    private sealed record Count(string Key, int Number) : IMessage;

    private sealed record Counted
    {
        public IReadOnlyList<int> Numbers { get; init; } = [];
    }

    private sealed class Outage
    {
        public bool IsOn { get; set; }
    }

    private sealed class Counter(Outage outage) : IHandle<Count, Counted>
    {
        public Task HandleAsync(Count message, AgentContext<Counted> context, CancellationToken cancellationToken)
        {
            if (outage.IsOn)
            {
                throw new CommerceException(CommerceErrorKind.Unavailable, "Not now.");
            }

            context.State = new Counted { Numbers = [.. context.State.Numbers, message.Number] };
            return Task.CompletedTask;
        }
    }
}
