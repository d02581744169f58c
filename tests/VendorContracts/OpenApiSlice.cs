using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Commerce.VendorContracts;

/// <summary>
/// A few operations of a large JSON contract, with everything that their requests refer to, in a file that a mock opens at once. Bodies are
/// closed: a member that the contract does not name breaks it. Forms and uploads are turned into JSON on both sides, since Prism invents the nested
/// members that a form leaves out and ends at the boundary of an upload. Not for schemas with <c>allOf</c>, which cannot be closed one by one.
/// </summary>
internal sealed class OpenApiSlice : IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Upload = "multipart/form-data";

    private readonly JsonObject _whole;
    private readonly JsonObject _slice;

    private OpenApiSlice(JsonObject whole)
    {
        _whole = whole;
        _slice = new JsonObject();
        foreach (var (name, value) in whole.Where(member => member.Key is not ("paths" or "components")))
        {
            _slice[name] = value?.DeepClone();
        }

        _slice["components"] = new JsonObject { ["securitySchemes"] = whole["components"]?["securitySchemes"]?.DeepClone() };
        _slice["paths"] = new JsonObject();
    }

    /// <summary>Gets the file; deleted with this object.</summary>
    internal string File { get; } = Path.Combine(Path.GetTempPath(), $"slice-{Guid.NewGuid():N}.json");

    public void Dispose() => System.IO.File.Delete(File);

    /// <summary>Cuts.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="operations">Method, path, and what a mock answers instead of the contract's answers; null keeps those.</param>
    /// <returns>The slice.</returns>
    internal static OpenApiSlice Of(string contract, params (string Method, string Path, JsonNode? Answer)[] operations)
    {
        var slice = new OpenApiSlice(JsonNode.Parse(System.IO.File.ReadAllBytes(contract))!.AsObject());
        foreach (var (method, path, answer) in operations)
        {
            slice.Take(method, path, answer);
        }

        System.IO.File.WriteAllText(slice.File, slice._slice.ToJsonString());
        return slice;
    }

    /// <summary>Reads a form (<c>a[b][0]=1</c>) as the JSON that the operation's schema asks for; what does not fit stays text.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="form">The form.</param>
    /// <returns>The JSON.</returns>
    internal JsonNode ReadForm(string method, string path, string form)
    {
        var schema = Operation(method, path)["requestBody"]!["content"]!["application/json"]!["schema"]!;
        var root = new JsonObject();
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var steps = Unescape(pair[..equals]).Replace("]", "", StringComparison.Ordinal).Split('[');
            var parent = root;
            foreach (var step in steps[..^1])
            {
                parent = (JsonObject)(parent[step] ??= new JsonObject());
            }

            if (parent.ContainsKey(steps[^1]))
            {
                throw new FormatException($"{pair[..equals]} is sent twice.");
            }

            parent[steps[^1]] = Unescape(pair[(equals + 1)..]);
        }

        return Typed(root, schema)!;
    }

    /// <summary>Lists the query parameters that the operation does not have.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="query">The query, without question mark.</param>
    /// <returns>Their names.</returns>
    internal IReadOnlyList<string> UnknownQuery(string method, string path, string query)
    {
        var known = (Operation(method, path)["parameters"]?.AsArray() ?? [])
            .Select(parameter => Resolved(parameter!))
            .Where(parameter => (string?)parameter["in"] == "query")
            .Select(parameter => (string)parameter["name"]!);
        return [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Unescape(pair.Split('=', '[')[0])).Except(known)];
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static IEnumerable<string> Indexes(int count) =>
        Enumerable.Range(0, count).Select(index => index.ToString(CultureInfo.InvariantCulture));

    private void Take(string method, string path, JsonNode? answer)
    {
        var operation = (_whole["paths"]?[path]?[method] ?? throw new ArgumentException($"The contract has no {method} {path}.")).DeepClone().AsObject();
        if (answer is not null)
        {
            var content = new JsonObject { ["application/json"] = new JsonObject { ["example"] = answer.DeepClone() } };
            operation["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK", ["content"] = content } };
        }

        if (operation["requestBody"] is { } body)
        {
            foreach (var name in (string[])[Form, Upload])
            {
                if (body["content"] is JsonObject media && media[name] is { } form)
                {
                    media.Remove(name);
                    media["application/json"] = new JsonObject { ["schema"] = form["schema"]!.DeepClone() };
                }
            }

            Follow(body, isBody: true);
        }

        Follow(operation, isBody: false);
        var paths = _slice["paths"]!;
        paths[path] ??= new JsonObject();
        paths[path]![method] = operation;
    }

    private void Follow(JsonNode? node, bool isBody)
    {
        switch (node)
        {
            case JsonObject item:
                if (isBody && (string?)(item["type"] as JsonValue) == "object"
                    && item.ContainsKey("properties") && !item.ContainsKey("additionalProperties"))
                {
                    item["additionalProperties"] = false;
                }

                if (item["$ref"] is JsonValue reference && Copy((string)reference!) is { } copy)
                {
                    Follow(copy, isBody);
                }

                foreach (var child in item.Select(member => member.Value).ToList())
                {
                    Follow(child, isBody);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Follow(child, isBody);
                }

                break;
        }
    }

    /// <summary>Copies what a reference names into the slice; null when it is there already.</summary>
    private JsonNode? Copy(string reference)
    {
        var steps = reference[2..].Split('/');
        JsonNode from = _whole;
        JsonObject to = _slice;
        foreach (var step in steps[..^1])
        {
            from = from[step]!;
            to = (JsonObject)(to[step] ??= new JsonObject());
        }

        return to.ContainsKey(steps[^1]) ? null : to[steps[^1]] = from[steps[^1]]!.DeepClone();
    }

    private JsonNode Operation(string method, string path)
    {
        var steps = path.Split('/');
        var found = _slice["paths"]!.AsObject().Where(candidate =>
            candidate.Value!.AsObject().ContainsKey(method)
            && candidate.Key.Split('/') is { } names && names.Length == steps.Length
            && names.Zip(steps).All(pair => pair.First == pair.Second || pair.First.StartsWith('{')));
        return found.First().Value![method]!;
    }

    private JsonNode Resolved(JsonNode node)
    {
        while (node["$ref"] is JsonValue reference)
        {
            node = ((string)reference!)[2..].Split('/').Aggregate((JsonNode)_slice, (at, step) => at[step]!);
        }

        return node;
    }

    private JsonNode? Typed(JsonNode? value, JsonNode? schema)
    {
        if (schema is null)
        {
            return value?.DeepClone();
        }

        var shape = Resolved(schema);
        if (shape["anyOf"] is JsonArray alternatives)
        {
            // The first alternative that makes something else than text of a text, or that is made for an object.
            return alternatives.Select(alternative => Typed(value, alternative)).FirstOrDefault(typed => typed?.GetValueKind() != JsonValueKind.String)
                ?? value?.DeepClone();
        }

        switch (value)
        {
            case JsonObject item when (string?)shape["type"] == "array" && item.Select(member => member.Key).SequenceEqual(Indexes(item.Count)):
                return new JsonArray([.. item.Select(member => Typed(member.Value, shape["items"]))]);
            case JsonObject item:
                return new JsonObject(item.Select(member => KeyValuePair.Create(
                    member.Key, Typed(member.Value, shape["properties"]?[member.Key] ?? shape["additionalProperties"] as JsonObject))));
            case JsonValue text:
                return ((string?)shape["type"], (string)text!) switch
                {
                    ("integer", var digits) when long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                        JsonValue.Create(number),
                    ("number", var digits) when decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
                        JsonValue.Create(number),
                    ("boolean", "true") => JsonValue.Create(true),
                    ("boolean", "false") => JsonValue.Create(false),
                    (_, var other) => JsonValue.Create(other),
                };
            default:
                return null;
        }
    }
}
