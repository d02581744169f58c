using Commerce.Benchmarks;
using Commerce.Benchmarks.Carriers;
using Commerce.Benchmarks.Chaos;
using Commerce.Benchmarks.Marketplaces;
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
        Console.Error.WriteLine("Give one of: carrier-selection, cartonization, chaos, http-client, marketplace-sync, runtime-idle, runtime-kafka, runtime-latency, runtime-memory, runtime-postgres, runtime-timers, runtime-waiting, tariff-import, webhook.");
        return 2;
}
