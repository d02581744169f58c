using Xunit;

namespace Commerce.VendorContracts.Examples;

/// <summary>A vendor's folder of examples: each file is read by some test, or named with the reason why not.</summary>
internal static class ExampleFolder
{
    /// <summary>Fails for every file that is neither claimed nor set aside.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="claimed">Files that tests read.</param>
    /// <param name="setAside">Beginnings of the names of files that none reads, and why.</param>
    internal static void AssertClaimed(string folder, IReadOnlyCollection<string> claimed, params Waiver[] setAside)
    {
        var files = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(file => file.EndsWith(".xml", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal)).ToList();
        var open = files.Except(claimed).Where(file => !setAside.Any(waiver => file.StartsWith(waiver.Path, StringComparison.Ordinal))).ToList();
        Assert.True(open.Count == 0, $"No test reads {string.Join(", ", open)}.");
        var gone = claimed.Except(files).ToList();
        Assert.True(gone.Count == 0, $"There is no {string.Join(", ", gone)} any more.");
    }
}
