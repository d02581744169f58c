using Xunit;

namespace Commerce.Tests.Support;

/// <summary>A guide whose code is compiled and run by a test: what stands there stands in the test, word for word.</summary>
public static class Guide
{
    /// <summary>Checks that every line of the guide's code is a line of the test.</summary>
    /// <param name="guide">The guide's file in <c>docs/guides</c>.</param>
    /// <param name="test">The test's file, from the root of the repository.</param>
    public static void IsRunBy(string guide, string test)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, test)).Select(static line => line.Trim()).ToHashSet();
        var (inCode, count) = (false, 0);
        foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, "docs", "guides", guide)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inCode = line == "```csharp";
            }
            else if (inCode && line.Trim().Length > 0)
            {
                count++;
                Assert.Contains(line.Trim(), lines);
            }
        }

        Assert.True(count > 20, $"The guide has {count} lines of code.");
    }
}
