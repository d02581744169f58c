using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.VendorContracts.Refurbed;

/// <summary>One Prism for all tests of Refurbed's contract (Swagger 2), with closed bodies, started when the first of them asks for it.</summary>
public sealed class RefurbedMock : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"refurbed-{Guid.NewGuid():N}.json");
    private PrismMock? _mock;

    private static string Contract => VendorSpecs.PathOf("marketplaces", "refurbed", "refurbed-merchant-v1.swagger.json");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mock is not null)
        {
            await _mock.DisposeAsync();
        }

        File.Delete(_file);
    }

    internal async Task<Uri> AddressAsync(IEnumerable<string> methods)
    {
        if (_mock is null)
        {
            await File.WriteAllTextAsync(_file, Slice([.. methods]).ToJsonString());
            _mock = await PrismMock.StartAsync(_file);
        }

        return _mock.Address;
    }

    /// <summary>Keeps the methods, and closes what requests are made of; answers are asked for as they are.</summary>
    private static JsonObject Slice(IReadOnlyCollection<string> methods)
    {
        var whole = JsonNode.Parse(File.ReadAllBytes(Contract))!.AsObject();
        var paths = whole["paths"]!.AsObject();
        foreach (var path in paths.Select(static path => path.Key).Where(path => !methods.Contains(path)).ToList())
        {
            paths.Remove(path);
        }

        var definitions = whole["definitions"]!.AsObject();
        var open = new Queue<JsonNode?>(paths.Select(static path => path.Value!["post"]!["parameters"]));
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var node))
        {
            switch (node)
            {
                case JsonArray list:
                    list.ToList().ForEach(open.Enqueue);
                    break;
                case JsonObject item:
                    if ((string?)(item["type"] as JsonValue) == "object" && item.ContainsKey("properties"))
                    {
                        item["additionalProperties"] = false;
                    }

                    if (item["$ref"] is JsonValue reference && seen.Add((string)reference!))
                    {
                        open.Enqueue(definitions[((string)reference!).Split('/')[^1]]);
                    }

                    item.Select(static member => member.Value).ToList().ForEach(open.Enqueue);
                    break;
            }
        }

        return whole;
    }
}
