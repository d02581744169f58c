using System.Diagnostics;
using Commerce.Agents;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Testing;

/// <summary>
/// Runs agents in a test: in memory unless told otherwise, under virtual time, with crashes on demand. Nothing waits for the wall clock:
/// <see cref="SettleAsync"/> counts work.
/// </summary>
public sealed class AgentTestHost : IAsyncDisposable
{
    private static readonly TimeSpan DurableLook = TimeSpan.FromMilliseconds(5);

    private readonly Action<AgentsBuilder> _agents;
    private readonly Action<IServiceCollection>? _services;
    private readonly AgentTestProbe _probe = new();
    private ServiceProvider _provider = null!;

    private AgentTestHost(Action<AgentsBuilder> agents, Action<IServiceCollection>? services, FakeClock clock)
    {
        _agents = agents;
        _services = services;
        Clock = clock;
    }

    /// <summary>Gets the clock of everything in the host.</summary>
    public FakeClock Clock { get; }

    /// <summary>Gets the services of the running process.</summary>
    public IServiceProvider Services => _provider;

    /// <summary>Gets what was sent, in order; repeats after a crash come again.</summary>
    public PublishedMessages Published => _probe.Published;

    /// <summary>Gets what operators see.</summary>
    public IAgentOperations Operations => _provider.GetRequiredService<IAgentOperations>();

    private IAgentStore Store => _provider.GetRequiredService<IAgentStore>();

    private AgentRuntime Runtime => _provider.GetRequiredService<AgentRuntime>();

    /// <summary>Starts a host.</summary>
    /// <param name="agents">Registers the agents.</param>
    /// <param name="services">Registers what they need: fakes.</param>
    /// <param name="clock">The clock; a new one when not given.</param>
    /// <param name="storage">Says what every process of the test stores in and sends over; one memory that outlives them all when not given.</param>
    /// <returns>The running host.</returns>
    public static async Task<AgentTestHost> StartAsync(
        Action<AgentsBuilder> agents,
        Action<IServiceCollection>? services = null,
        FakeClock? clock = null,
        Action<AgentsBuilder>? storage = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        clock ??= new FakeClock();
        storage ??= InMemory(clock);
        var host = new AgentTestHost(builder => storage(Applied(agents, builder)), services, clock);
        await host.StartProcessAsync().ConfigureAwait(false);
        return host;
    }

    /// <summary>Sends a message into the agents, as an event or as a command to its one owner.</summary>
    /// <param name="message">The message.</param>
    /// <param name="options">Id and tenant, where the test cares.</param>
    /// <returns>A task that ends when it is stored.</returns>
    public async Task SendAsync(IMessage message, PublishOptions? options = null)
    {
        try
        {
            await _provider.GetRequiredService<IMessagePublisher>().PublishAsync(message, options).ConfigureAwait(false);
        }
        catch (RuntimeCrashedException exception) when (exception.WasDead && _probe.Crashed.IsCompleted)
        {
            // The message is stored, and the crash that was asked for came before its sender heard of that.
        }
    }

    /// <summary>Sends a command and waits for its reply.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <param name="message">The command.</param>
    /// <param name="options">Id and tenant, where the test cares.</param>
    /// <returns>The reply.</returns>
    public Task<TReply> AskAsync<TReply>(IMessage message, PublishOptions? options = null)
        where TReply : class => _provider.GetRequiredService<IMessagePublisher>().AskAsync<TReply>(message, options);

    /// <summary>Waits until nothing is left to do at this time.</summary>
    /// <returns>A task that ends then; it fails after 60 real seconds, or when the process has crashed unasked.</returns>
    public async Task SettleAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (!await IsSettledAsync().ConfigureAwait(false))
        {
            if (Runtime.HasCrashed)
            {
                throw new InvalidOperationException("The process has crashed: restart it.");
            }

            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException($"The agents do not settle: {await Operations.LagAsync().ConfigureAwait(false)}.");
            }

            // A look at a server costs it something; one at memory does not.
            await (Store.LookInterval is null ? Task.CompletedTask : Task.Delay(DurableLook)).ConfigureAwait(false);
            await Task.Yield();
        }
    }

    /// <summary>Moves time on, settling at every moment at which something is due.</summary>
    /// <param name="time">How far.</param>
    /// <returns>A task that ends when everything up to then is handled.</returns>
    public async Task AdvanceAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        await SettleAsync().ConfigureAwait(false);
        while (await NextDueAsync().ConfigureAwait(false) is { } due && due <= end)
        {
            await MoveAsync(due).ConfigureAwait(false);
        }

        await MoveAsync(end).ConfigureAwait(false);
    }

    private async Task<DateTimeOffset?> NextDueAsync()
    {
        // What is due in a shard that is not owned just now is not seen.
        await WaitForShardsAsync().ConfigureAwait(false);
        return await Store.NextDueAsync().ConfigureAwait(false);
    }

    private async Task MoveAsync(DateTimeOffset time)
    {
        Clock.AdvanceTo(time);

        // A timer that was being set while time moved counts from the later time: let the scheduler look again.
        Runtime.WakeScheduler();
        await SettleAsync().ConfigureAwait(false);
    }

    /// <summary>Reads the state of a key.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="agent">The agent's name.</param>
    /// <param name="key">The key.</param>
    /// <returns>The state.</returns>
    /// <exception cref="InvalidOperationException">The key has no state.</exception>
    public async Task<TState> StateAsync<TState>(string agent, string key)
        where TState : class, new() =>
        await FindStateAsync<TState>(agent, key).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"{agent} knows nothing of \"{key}\".");

    /// <summary>Reads the state of a key, if it has one.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="agent">The agent's name.</param>
    /// <param name="key">The key.</param>
    /// <returns>The state, or <see langword="null"/>.</returns>
    public async Task<TState?> FindStateAsync<TState>(string agent, string key)
        where TState : class, new() => await _provider.GetRequiredService<IAgentStates>().FindAsync<TState>(agent, key).ConfigureAwait(false);

    /// <summary>Lets the process die when it passes a point next.</summary>
    /// <param name="point">The point.</param>
    public void CrashNextAt(CrashPoint point) => _probe.Arm(point);

    /// <summary>Waits for the crash that <see cref="CrashNextAt"/> asked for, then starts a new process on the same store and transport.</summary>
    /// <returns>A task that ends when the new process runs.</returns>
    public async Task RestartAfterCrashAsync()
    {
        await _probe.Crashed.WaitAsync(TimeSpan.FromSeconds(60)).ConfigureAwait(false);
        await RestartAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the process without any farewell and starts a new one on the same store and transport.</summary>
    /// <returns>A task that ends when the new process runs.</returns>
    public async Task RestartAsync()
    {
        await Runtime.EndLoopsAsync().ConfigureAwait(false);
        await _provider.DisposeAsync().ConfigureAwait(false);
        await StartProcessAsync().ConfigureAwait(false);
    }

    /// <summary>Stops the process in good order.</summary>
    /// <returns>A task that ends when everything is handled and the loops have ended.</returns>
    public Task StopAsync() => Runtime.StopAsync(CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Runtime.EndLoopsAsync().ConfigureAwait(false);
        await _provider.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> IsSettledAsync()
    {
        // What is due may be taken up, handled and have made other work due between two looks: then the scheduler has passed.
        var passes = Runtime.SchedulerPasses;
        return await OwnsAllAsync().ConfigureAwait(false)
            && await Runtime.IsDrainedAsync().ConfigureAwait(false)
            && !await IsDueAsync().ConfigureAwait(false)
            && await Runtime.IsDrainedAsync().ConfigureAwait(false)
            && Runtime.SchedulerPasses == passes;
    }

    private async Task<bool> IsDueAsync() =>
        Runtime.State == AgentRuntimeState.Running && await Store.NextDueAsync().ConfigureAwait(false) <= Clock.GetUtcNow();

    private async Task StartProcessAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IRuntimeProbe>(_probe);
        services.AddCommerceAgents(_agents);
        _services?.Invoke(services);
        _provider = services.BuildServiceProvider();
        _probe.Reset();
        await Runtime.StartAsync(CancellationToken.None).ConfigureAwait(false);
        await WaitForShardsAsync().ConfigureAwait(false);
        await WaitForTransportAsync().ConfigureAwait(false);
    }

    private static Action<AgentsBuilder> InMemory(FakeClock clock)
    {
        var store = new MemoryAgentStore(clock);
        var transport = new MemoryAgentTransport();
        return agents =>
        {
            agents.Services.AddSingleton<IAgentStore>(store);
            agents.Services.AddSingleton<IAgentTransport>(transport);
        };
    }

    private static AgentsBuilder Applied(Action<AgentsBuilder> agents, AgentsBuilder builder)
    {
        agents(builder);
        return builder;
    }

    private async Task<bool> OwnsAllAsync() => (await Store.MeasureAsync().ConfigureAwait(false)).OwnedShards == Shards.Count;

    /// <summary>Waits until the process owns everything: a durable store gives a dead process's shards away only when their lease has ended.</summary>
    private Task WaitForShardsAsync() => WaitAsync(
        OwnsAllAsync, static () => "The process does not get all shards: is another one running on the same store?");

    /// <summary>Waits until messages can come: a broker's group gives a process its partitions only after a while.</summary>
    private Task WaitForTransportAsync()
    {
        var transport = _provider.GetRequiredService<IAgentTransport>();
        return WaitAsync(() => Task.FromResult(transport.Complaint is null), () => $"The process gets no messages: {transport.Complaint}");
    }

    private static async Task WaitAsync(Func<Task<bool>> condition, Func<string> complaint)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition().ConfigureAwait(false))
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException(complaint());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20)).ConfigureAwait(false);
        }
    }

    private sealed class AgentTestProbe : IRuntimeProbe
    {
        private readonly Lock _gate = new();
        private CrashPoint? _armed;
        private TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public PublishedMessages Published { get; } = new();

        public Task Crashed => _crashed.Task;

        public void Arm(CrashPoint point)
        {
            lock (_gate)
            {
                _armed = point;
            }
        }

        public void Reset()
        {
            lock (_gate)
            {
                _armed = null;
                _crashed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public void Hit(CrashPoint point)
        {
            lock (_gate)
            {
                if (_armed != point)
                {
                    return;
                }

                _armed = null;
                _crashed.TrySetResult();
            }

            throw new InvalidOperationException($"The test asked for a crash at {point}.");
        }

        public void Sent(IMessage message) => Published.Add(message);
    }
}
