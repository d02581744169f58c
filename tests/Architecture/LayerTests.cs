using Xunit;

namespace Commerce.Architecture;

public sealed class LayerTests
{
    // What each package may reference of ours; vendors see their area's core, never each other.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Commerce.Abstractions"] = [],
        ["Commerce.AspNetCore"] = ["Commerce.Abstractions"],
        ["Commerce.Http"] = ["Commerce.Abstractions"],
        ["Commerce.Carriers"] = ["Commerce.Abstractions"],
        ["Commerce.Marketplaces"] = ["Commerce.Abstractions"],
        ["Commerce.Payments"] = ["Commerce.Abstractions"],
        ["Commerce.Agents"] = ["Commerce.Abstractions"],
        ["Commerce.Agents.PostgreSql"] = ["Commerce.Abstractions", "Commerce.Agents"],
        ["Commerce.Agents.Kafka"] = ["Commerce.Abstractions", "Commerce.Agents"],
        ["Commerce.Agents.Domain"] = ["Commerce.Abstractions", "Commerce.Agents", "Commerce.Carriers", "Commerce.Marketplaces", "Commerce.Payments"],
        ["Commerce.Testing"] = ["Commerce.Abstractions", "Commerce.Agents"],
        ["Commerce.Testing.Sandbox"] = ["Commerce.Abstractions"],
    };

    public static TheoryData<string> Packages => [.. Repository.SourceProjects.Select(project => Path.GetFileNameWithoutExtension(project))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_references_only_the_layers_below(string package)
    {
        var area = package[..package.LastIndexOf('.')];
        var allowed = Allowed.TryGetValue(package, out var named) ? named : ["Commerce.Abstractions", "Commerce.Http", area];

        var references = System.Reflection.Assembly.Load(package).GetReferencedAssemblies()
            .Select(reference => reference.Name!).Where(name => name.StartsWith("Commerce.", StringComparison.Ordinal));

        Assert.Empty(references.Except(allowed));
    }
}
