using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.VendorContracts.Amazon;

/// <summary>One Prism for each contract, started when the first test asks for it. Bodies are JSON and closed: a member that the contract does not name breaks it.</summary>
public sealed class AmazonMocks : IAsyncLifetime
{
    private readonly Dictionary<string, (PrismMock Mock, string File)> _mocks = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var (mock, file) in _mocks.Values)
        {
            await mock.DisposeAsync();
            File.Delete(file);
        }
    }

    internal async Task<Uri> AddressAsync(string contract)
    {
        if (!_mocks.TryGetValue(contract, out var found))
        {
            var file = Path.Combine(Path.GetTempPath(), $"amazon-{Guid.NewGuid():N}.json");
            await File.WriteAllTextAsync(file, Closed(JsonNode.Parse(await File.ReadAllBytesAsync(AmazonPair.PathOf(contract)))!).ToJsonString());
            _mocks[contract] = found = (await PrismMock.StartAsync(file), file);
        }

        return found.Mock.Address;
    }

    private static JsonNode Closed(JsonNode contract)
    {
        contract["consumes"] ??= new JsonArray("application/json");
        var waiting = new Queue<string>();
        foreach (var operation in contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(member => member.Value).OfType<JsonObject>())
        {
            foreach (var parameter in (operation["parameters"] as JsonArray ?? []).Where(parameter => (string?)parameter!["in"] == "body"))
            {
                Follow(parameter, waiting);
            }
        }

        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var name))
        {
            if (seen.Add(name) && contract["definitions"]?[name] is JsonObject definition)
            {
                if (definition.ContainsKey("properties") && !definition.ContainsKey("additionalProperties") && !definition.ContainsKey("allOf") && !IsPart(contract, name))
                {
                    definition["additionalProperties"] = false;
                }

                Follow(definition, waiting);
            }
        }

        return contract;
    }

    // What is a part of an allOf cannot be closed by itself.
    private static bool IsPart(JsonNode contract, string name) => contract["definitions"]!.AsObject().Any(definition =>
        definition.Value!["allOf"] is JsonArray parts && parts.Any(part => (string?)part!["$ref"] == "#/definitions/" + name));

    private static void Follow(JsonNode? node, Queue<string> waiting)
    {
        switch (node)
        {
            case JsonObject item:
                if (item["$ref"] is JsonValue reference)
                {
                    waiting.Enqueue(((string)reference!).Split('/')[^1]);
                }

                foreach (var child in item.Select(member => member.Value))
                {
                    Follow(child, waiting);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Follow(child, waiting);
                }

                break;
        }
    }
}
