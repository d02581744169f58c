using System.Text.Json.Nodes;

namespace Commerce.VendorContracts.Amazon;

/// <summary>A request and its answer as Amazon's contract shows them: a pair of the static sandbox, or an example of an answer.</summary>
/// <param name="Operation">The operation in Amazon's word.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Parameters">The parameters of the request by name; empty for an example.</param>
/// <param name="Answer">The answer's body; null where there is none.</param>
/// <param name="Name">What names it in a failure.</param>
internal sealed record AmazonPair(
    string Operation, string Method, string Path, int Status, IReadOnlyDictionary<string, JsonNode> Parameters, JsonNode? Answer, string Name)
{
    private const string Sandbox = "x-amzn-api-sandbox";

    internal static string PathOf(params string[] file) => VendorSpecs.PathOf("marketplaces", "amazon", file);

    /// <summary>Reads all pairs of a contract, and all examples of good answers.</summary>
    internal static IReadOnlyList<AmazonPair> Of(string file)
    {
        var found = new List<AmazonPair>();
        foreach (var (path, item) in JsonNode.Parse(File.ReadAllBytes(PathOf(file)))!["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject().Where(member => member.Value is JsonObject call && call.ContainsKey("responses")))
            {
                foreach (var (status, response) in operation!["responses"]!.AsObject())
                {
                    var (name, code) = ((string)operation["operationId"]!, int.Parse(status));
                    var pairs = response![Sandbox]?["static"]?.AsArray() ?? [];
                    found.AddRange(pairs.Select((pair, index) => new AmazonPair(
                        name, method.ToUpperInvariant(), path, code, Read(pair!["request"]?["parameters"]), pair["response"], $"{name} {status} pair {index + 1}")));
                    if (code < 300 && response["examples"]?["application/json"] is { } example)
                    {
                        found.Add(new AmazonPair(name, method.ToUpperInvariant(), path, code, new Dictionary<string, JsonNode>(), example, $"{name} {status} example"));
                    }
                }
            }
        }

        return found;
    }

    internal string? Text(string name) => Parameters.GetValueOrDefault(name) is JsonValue value ? value.ToString() : null;

    internal string[]? List(string name) => Parameters.GetValueOrDefault(name) is JsonArray values ? [.. values.Select(value => value!.ToString())] : null;

    internal JsonNode? Body(string name = "body") => Parameters.GetValueOrDefault(name);

    /// <summary>Tells whether a request is one of this operation.</summary>
    internal bool IsMadeBy(HttpRequestMessage request) => request.Method.Method == Method
        && (Path.EndsWith("/{resource}", StringComparison.Ordinal)
            ? request.RequestUri!.AbsolutePath.StartsWith(Path[..^"{resource}".Length], StringComparison.Ordinal)
            : Matches(Path, request.RequestUri!.AbsolutePath));

    internal static bool Matches(string template, string path)
    {
        var (names, steps) = (template.Split('/'), path.Split('/'));
        return names.Length == steps.Length && names.Zip(steps).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }

    private static Dictionary<string, JsonNode> Read(JsonNode? parameters) => (parameters?.AsObject() ?? [])
        .Where(parameter => parameter.Value?["value"] is not null)
        .ToDictionary(parameter => parameter.Key, parameter => parameter.Value!["value"]!);
}
