using Commerce.Benchmarks;
using Commerce.Benchmarks.Carriers;

// The last line of a benchmark is one JSON object; the exit code tells whether its work was right.
switch (args)
{
    case ["http-client"]:
        return await HttpClientBenchmark.RunAsync();
    case ["runtime-memory"]:
        return await RuntimeMemoryBenchmark.RunAsync();
    case ["carrier-selection"]:
        return await CarrierSelectionBenchmark.RunAsync();
    case ["tariff-import"]:
        return await TariffImportBenchmark.RunAsync();
    case ["cartonization"]:
        return CartonizationBenchmark.Run();
    case ["serve"]:
        return await RateServer.RunAsync();
    default:
        Console.Error.WriteLine("Give one of: carrier-selection, cartonization, http-client, runtime-memory, tariff-import.");
        return 2;
}
