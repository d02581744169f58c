using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Kafka;

/// <summary>A process that dies between the outbox and the brokers, or over its offsets.</summary>
public sealed class RelayCrashTests : IDisposable
{
    private readonly KafkaMock _kafka = KafkaMock.Start();

    public void Dispose() => _kafka.Dispose();

    [Theory]
    [InlineData(CrashPoint.BeforeSend)]
    [InlineData(CrashPoint.DuringSend)]
    [InlineData(CrashPoint.AfterSend)]
    [InlineData(CrashPoint.AfterOffsets)]
    public async Task Has_each_effect_once_and_in_order_wherever_the_process_dies(CrashPoint point)
    {
        await using var host = await AgentTestHost.StartAsync(
            PostgreSql.Processes.Sums, services => services.AddSingleton(new OutsideWorld()), storage: MemoryStorage.Create(_kafka));
        await host.SendAsync(new Add("a", 1));
        await host.SettleAsync();

        host.CrashNextAt(point);
        for (var value = 2; value <= 50; value++)
        {
            await host.SendAsync(new Add("a", value));
        }

        await host.RestartAfterCrashAsync();
        await host.SendAsync(new Add("a", 51));
        await host.SettleAsync();

        Assert.Equal(Enumerable.Range(1, 51), (await host.StateAsync<Sum>("sum", "a")).Values);
        Assert.Equal(new Heard { Count = 51, Last = 51 * 52 / 2 }, await host.StateAsync<Heard>("listener", "a"));
    }
}
