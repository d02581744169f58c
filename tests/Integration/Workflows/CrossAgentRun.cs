using System.Collections.Concurrent;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Integration.Workflows;

/// <summary>What is set off once on each backend for the checks between agents.</summary>
internal sealed class CrossAgentRun
{
    internal const int Ordered = 5;

    internal const int Keys = 8;

    private static readonly ConcurrentDictionary<Backend, Lazy<Task<CrossAgentRun>>> Runs = new();

    private readonly WitnessLog _log;

    private CrossAgentRun(PlatformHost platform) => (Platform, _log) = (platform, platform.Services.GetRequiredService<WitnessLog>());

    internal PlatformHost Platform { get; }

    internal OrderId OrderId { get; private set; }

    internal Sku Sold { get; private set; }

    internal Guid RmaId { get; } = Guid.NewGuid();

    internal Guid ReceiptId { get; } = Guid.NewGuid();

    internal string External { get; } = $"MKP-{Guid.NewGuid():N}"[..12] + "-A";

    internal string Key { get; } = $"key-{Guid.NewGuid():N}";

    internal Sku Twice { get; private set; }

    internal static Task<CrossAgentRun> OnAsync(Backend backend) => Runs.GetOrAdd(backend, static key => new Lazy<Task<CrossAgentRun>>(() => StartAsync(key))).Value;

    /// <summary>Waits until the witness has heard an event.</summary>
    internal async Task<T> HeardAsync<T>(Func<T, bool> condition)
    {
        await PlatformHost.WaitAsync(() => Task.FromResult(_log.Of<T>().Any(condition)), typeof(T).Name);
        return _log.Of<T>().First(condition);
    }

    internal int Count<T>(Func<T, bool> condition) => _log.Of<T>().Count(condition);

    private static async Task<CrossAgentRun> StartAsync(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var run = new CrossAgentRun(platform) { Sold = await platform.StockAsync(10), Twice = await platform.StockAsync(10) };
        run.OrderId = await platform.PlaceAsync(PlatformHost.Draft(run.Sold, 2));
        platform.Sandbox.Get<MiraklSandbox>().Place(new SandboxOrder { Id = run.External, Lines = [(run.Sold.Value, 1, 24m)] });
        await platform.Agents.PublishAsync(new ReturnWasApproved(run.RmaId, run.OrderId, "RMA-1"));
        await platform.Agents.SendAsync(new OpenReceipt(
            run.ReceiptId, new PurchaseOrderId(Guid.NewGuid()), "PO-1", "acme", StockPlace.Main, [new ReceiptLine(PlatformHost.Inspected, 6, 6, Money.Eur(8))]));
        for (var number = 1; number <= Ordered; number++)
        {
            for (var key = 0; key < Keys; key++)
            {
                await platform.Agents.PublishAsync(new Numbered($"{run.Key}-{key}", number));
            }
        }

        var once = new Agents.PublishOptions { MessageId = Guid.NewGuid() };
        for (var i = 0; i < 2; i++)
        {
            await platform.Agents.SendAsync(new AdjustStock(run.Twice, -3, "sent twice"), once);
        }

        await platform.Agents.AskAsync<Agents.Domain.Answer>(new AdjustStock(run.Twice, -1, "sent after it"));
        return run;
    }
}
