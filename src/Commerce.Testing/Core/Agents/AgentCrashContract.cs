using Commerce.Agents;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Testing;

/// <summary>What a runtime promises when its process dies, wherever that is. Derive, say what to store in and send over, and run.</summary>
public abstract class AgentCrashContract
{
    private readonly OutsideWorld _world = new();

    /// <summary>Gets the points at which a process that handles a message can die.</summary>
    public static TheoryData<CrashPoint> HandlingPoints() => new(
        CrashPoint.AfterReceive,
        CrashPoint.AfterLook,
        CrashPoint.AfterRun,
        CrashPoint.BeforeCommit,
        CrashPoint.AfterCommit,
        CrashPoint.AfterSend,
        CrashPoint.AfterAcknowledge);

    /// <summary>Gets the points at which a process that calls outside can die.</summary>
    public static TheoryData<CrashPoint> CallingPoints() => new(
        CrashPoint.AfterIntent, CrashPoint.AfterCall, CrashPoint.AfterOutcome, CrashPoint.BeforeCommit, CrashPoint.AfterCommit);

    /// <summary>Says what every process of a test stores in and sends over.</summary>
    /// <returns>What to register at each start of a process; <see langword="null"/> for memory.</returns>
    protected abstract Task<Action<AgentsBuilder>?> CreateStorageAsync();

    /// <summary>Wherever a process dies, effects in the store happen once.</summary>
    /// <param name="point">Where it dies.</param>
    [Theory]
    [MemberData(nameof(HandlingPoints))]
    public async Task Has_each_effect_once_wherever_the_process_dies(CrashPoint point)
    {
        await using var host = await StartAsync();
        await host.SendAsync(new Add("a", 1));
        await host.SettleAsync();

        host.CrashNextAt(point);
        await IgnoringTheCrashAsync(() => host.SendAsync(new Add("a", 2)));
        await host.RestartAfterCrashAsync();
        await host.SendAsync(new Add("a", 3));
        await host.SettleAsync();

        Assert.Equal([1, 2, 3], (await host.StateAsync<Sum>("sum", "a")).Values);
        Assert.Equal(new Heard { Count = 3, Last = 6 }, await host.StateAsync<Heard>("listener", "a"));
    }

    /// <summary>Wherever a process dies around a call outside, the call's work is done once.</summary>
    /// <param name="point">Where it dies.</param>
    [Theory]
    [MemberData(nameof(CallingPoints))]
    public async Task Does_the_work_outside_once_wherever_the_process_dies(CrashPoint point)
    {
        await using var host = await StartAsync();

        host.CrashNextAt(point);
        await host.SendAsync(new CallOutside("a", LostAnswerRecovery.LookUpByReference));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal("outcome-1", (await host.StateAsync<Sum>("sum", "a")).Outside);
        Assert.Single(_world.Done);
        Assert.Equal(1, _world.Calls);
    }

    /// <summary>A timer that is moved to the outbox when the process dies is sent all the same, once.</summary>
    [Fact]
    public async Task Fires_a_timer_once_when_the_process_dies_over_it()
    {
        await using var host = await StartAsync();
        await host.SendAsync(new StartTimer("a", TimeSpan.FromHours(1)));
        await host.SettleAsync();

        host.CrashNextAt(CrashPoint.AfterSchedule);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RestartAfterCrashAsync();
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(1, (await host.StateAsync<Sum>("sum", "a")).Timers);
    }

    /// <summary>A message that is being tried again when the process dies is tried by the next one within seconds.</summary>
    [Fact]
    public async Task Tries_a_parked_message_again_soon_when_the_process_dies_over_it()
    {
        _world.Failures = 1;
        await using var host = await StartAsync();
        await host.SendAsync(new Add("a", 0));
        await host.SettleAsync();

        host.CrashNextAt(CrashPoint.AfterReceive);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RestartAfterCrashAsync();
        await host.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal([0], (await host.StateAsync<Sum>("sum", "a")).Values);
    }

    /// <summary>Ten thousand messages over a hundred keys, with crashes in between, add up.</summary>
    [Fact]
    public async Task Adds_ten_thousand_messages_up_over_crashes()
    {
        await using var host = await StartAsync();
        var expected = new Dictionary<string, List<int>>();
        var points = new[] { CrashPoint.AfterCommit, CrashPoint.AfterRun, CrashPoint.AfterSend, CrashPoint.BeforeCommit };

        for (var first = 1; first <= 10_000; first += 50)
        {
            // Fifty messages of fifty keys at the same time, and a crash among them now and then.
            var crashes = first % 2_000 == 1_951;
            if (crashes)
            {
                host.CrashNextAt(points[first / 2_000 % points.Length]);
            }

            await Task.WhenAll(Enumerable.Range(first, 50).Select(i =>
            {
                var key = $"key-{i * 7919 % 100}";
                (expected.TryGetValue(key, out var values) ? values : expected[key] = []).Add(i);
                return IgnoringTheCrashAsync(() => host.SendAsync(new Add(key, i)));
            }));
            if (crashes)
            {
                await host.RestartAfterCrashAsync();
            }
        }

        await host.SettleAsync();
        foreach (var (key, values) in expected)
        {
            Assert.Equal(values, (await host.StateAsync<Sum>("sum", key)).Values);
            Assert.Equal(values.Count, (await host.StateAsync<Heard>("listener", key)).Count);
        }
    }

    private static async Task IgnoringTheCrashAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception exception) when (exception.GetType().Name == "RuntimeCrashedException")
        {
            // The message was stored before the process died; the caller sees the connection break.
        }
    }

    private async Task<AgentTestHost> StartAsync() => await AgentTestHost.StartAsync(
        RuntimeContractAgents.Register, services => services.AddSingleton(_world), storage: await CreateStorageAsync());
}
