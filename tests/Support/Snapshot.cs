using System.Runtime.CompilerServices;
using Xunit;

namespace Commerce.Tests.Support;

/// <summary>
/// Compares a text with the approved one beside the test, in a file named as Verify names it: <c>Class.Test.verified.txt</c>. A difference
/// leaves <c>Class.Test.received.txt</c> there: read it, and rename it when it is right.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares.</summary>
    /// <param name="received">The text.</param>
    /// <param name="part">Names one of several texts of a test.</param>
    /// <param name="file">The test's file, told by the compiler.</param>
    /// <param name="test">The test's name, told by the compiler.</param>
    public static void Match(string received, string? part = null, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        // A build in CI maps source paths to /_/, which stands for the repository.
        var source = file.StartsWith("/_/", StringComparison.Ordinal) ? Repository.PathOf(file[3..]) : file;
        var name = Path.Combine(
            Path.GetDirectoryName(source)!, $"{Path.GetFileNameWithoutExtension(source)}.{test}{(part is null ? "" : "." + part)}");
        var text = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var approved = File.Exists(name + ".verified.txt") ? File.ReadAllText(name + ".verified.txt").ReplaceLineEndings("\n") : null;
        if (text == approved)
        {
            File.Delete(name + ".received.txt");
            return;
        }

        File.WriteAllText(name + ".received.txt", text);
        if (approved is null)
        {
            Assert.Fail($"There is no approved text yet. Read {name}.received.txt; when it is right, rename it to .verified.txt.");
        }

        Assert.Equal(approved, text);
    }
}
