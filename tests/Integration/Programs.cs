namespace Commerce.Integration;

/// <summary>Programs that tests run as processes: they are built with these tests, in the same way.</summary>
internal static class Programs
{
    internal static string Benchmarks => Find("tests/Benchmarks", "Commerce.Benchmarks");

    internal static string Worker => Find("samples/Worker", "Commerce.Samples.Worker");

    private static string Find(string folder, string name)
    {
        var program = Path.Combine(AppContext.BaseDirectory, name).Replace("/tests/Integration/", $"/{folder}/", StringComparison.Ordinal);
        return File.Exists(program) ? program : throw new FileNotFoundException($"Build {folder} first: there is no {program}.");
    }
}
