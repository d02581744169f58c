using System.Text.RegularExpressions;
using System.Text.Json;
using Xunit;

namespace Commerce.Architecture;

public sealed partial class HouseTests
{
    [Fact]
    public void Event_ids_are_unique_and_documented()
    {
        var ids = Repository.Files(".cs")
            .SelectMany(file => EventId().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToList();
        var documented = DocumentedId().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "event-ids.md")))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        var guilty = Repository.Files(".cs", ".md", ".csproj", ".props", ".json", ".yml", "")
            .Where(file => MachinePath().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));

        Assert.Empty(guilty);
    }

    [Fact]
    public void Every_package_has_a_readme()
    {
        Assert.All(Repository.SourceProjects, project => Assert.True(
            File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "README.md")), $"{project} has no README.md."));
    }

    [Fact]
    public void Quick_start_stays_quick() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Repository.Root, "samples", "QuickStart", "Program.cs")).Length, 1, 40);

    [Fact]
    public void Every_recording_names_the_fact_it_was_written_from()
    {
        var recordings = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Recordings"), "*.json", SearchOption.AllDirectories);

        Assert.NotEmpty(recordings);
        Assert.All(recordings, file =>
        {
            using var recording = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.Equal(Path.GetFileNameWithoutExtension(file), recording.RootElement.GetProperty("name").GetString());
            Assert.NotEmpty(recording.RootElement.GetProperty("metadata").GetProperty("fact").GetString()!);
        });
    }

    [GeneratedRegex(@"\[LoggerMessage\((\d+),")]
    private static partial Regex EventId();

    [GeneratedRegex(@"^\| (\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedId();

    [GeneratedRegex(@"(^|[\s""'=(])/(home|Users|work|root)/\w")]
    private static partial Regex MachinePath();
}
