using Commerce.Benchmarks;
using Commerce.Benchmarks.Carriers;
using Commerce.Benchmarks.Chaos;
using Commerce.Benchmarks.Marketplaces;
using Commerce.Benchmarks.Orders;
using Commerce.Benchmarks.Payments;

// The last line of a benchmark is one JSON object; the exit code tells whether its work was right.
switch (args)
{
    case ["http-client"]:
        return await HttpClientBenchmark.RunAsync();
    case ["runtime-memory"]:
        return await RuntimeMemoryBenchmark.RunAsync();
    case ["runtime-postgres"]:
        return await RuntimePostgresBenchmark.RunAsync();
    case ["runtime-kafka"]:
        return await RuntimeKafkaBenchmark.RunAsync();
    case ["runtime-latency"]:
        return await RuntimeLimits.LatencyAsync();
    case ["runtime-timers"]:
        return await RuntimeLimits.TimersAsync();
    case ["runtime-idle"]:
        return await RuntimeLimits.IdleAsync();
    case ["runtime-waiting"]:
        return await RuntimeLimits.WaitingAsync();
    case ["inventory-hot-sku"]:
        return await HotSkuBenchmark.RunAsync();
    case ["place-order"]:
        return await PlaceOrderBenchmark.RunAsync(Seconds("20"));
    case ["place-order", "--seconds", var seconds]:
        return await PlaceOrderBenchmark.RunAsync(Seconds(seconds));
    case ["inventory-update"]:
        return await InventoryUpdateBenchmark.RunAsync();
    case ["mixed"]:
        return await MixedRun.RunAsync(Seconds("60"));
    case ["mixed", "--seconds", var seconds]:
        return await MixedRun.RunAsync(Seconds(seconds));
    case ["oversell"]:
        return await OversellRun.RunAsync(Seconds("30"));
    case ["oversell", "--seconds", var seconds]:
        return await OversellRun.RunAsync(Seconds(seconds));
    case ["oversell-worker", var postgreSql]:
        return await OversellWorker.RunAsync(postgreSql);
    case ["once"]:
        return await OnceRun.RunAsync(1_000);
    case ["once", "--rounds", var rounds]:
        return await OnceRun.RunAsync(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
    case ["carrier-selection"]:
        return await CarrierSelectionBenchmark.RunAsync();
    case ["tariff-import"]:
        return await TariffImportBenchmark.RunAsync();
    case ["cartonization"]:
        return CartonizationBenchmark.Run();
    case ["marketplace-sync"]:
        return await MarketplaceSyncBenchmark.RunAsync();
    case ["webhook"]:
        return await WebhookBenchmark.RunAsync();
    case ["chaos", .. var arguments]:
        return await ChaosRun.RunAsync(arguments);
    case ["chaos-worker", var postgreSql, var outside, var kafka]:
        return await WorkerProcess.RunAsync(postgreSql, outside, kafka);
    case ["serve-orders", var count]:
        return await OrderServer.RunAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
    case ["serve"]:
        return await RateServer.RunAsync();
    default:
        Console.Error.WriteLine("Give one of: carrier-selection, cartonization, chaos, http-client, inventory-hot-sku, inventory-update, marketplace-sync, mixed, once, oversell, place-order, runtime-idle, runtime-kafka, runtime-latency, runtime-memory, runtime-postgres, runtime-timers, runtime-waiting, tariff-import, webhook.");
        return 2;
}

static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
