using Commerce.Benchmarks;

// The last line of a benchmark is one JSON object; the exit code tells whether its work was right.
switch (args)
{
    case ["http-client"]:
        return await HttpClientBenchmark.RunAsync();
    case ["runtime-memory"]:
        return await RuntimeMemoryBenchmark.RunAsync();
    case ["serve"]:
        return await RateServer.RunAsync();
    default:
        Console.Error.WriteLine("Give one of: http-client, runtime-memory.");
        return 2;
}
