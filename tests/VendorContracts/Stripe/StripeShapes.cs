using System.Text.Json;
using System.Text.Json.Nodes;

namespace Commerce.VendorContracts.Stripe;

/// <summary>Judges objects by Stripe's schemas: what is required, of which type, which words, and that nothing is made up.</summary>
internal sealed class StripeShapes
{
    private readonly JsonObject _schemas = JsonNode.Parse(File.ReadAllBytes(VendorSpecs.PathOf("payments", "stripe", "stripe-openapi-trimmed.json")))!
        ["components"]!["schemas"]!.AsObject();

    /// <summary>Lists what is wrong with an answer: an object, or a list of objects.</summary>
    internal IReadOnlyList<string> Check(JsonObject answer)
    {
        var kind = (string)answer["object"]!;
        return kind is "list" or "search_result"
            ? [.. answer["data"]!.AsArray().SelectMany(item => Check(item!.AsObject()))]
            : Judge(answer, Schema(answer["deleted"] is null ? kind : "deleted_" + kind), kind);
    }

    private JsonObject Schema(string name) => _schemas[name]?.AsObject() ?? throw new ArgumentException($"The contract has no schema {name}.");

    private List<string> Judge(JsonNode? value, JsonObject schema, string at)
    {
        if (schema["$ref"] is JsonValue reference)
        {
            var target = Schema(((string)reference!).Split('/')[^1]);
            return value is null ? [$"{at} is null"] : Judge(value, target, at);
        }

        if (schema["x-expands-to"] is not null && value is JsonObject shown)
        {
            return [.. Check(shown).Select(error => $"{at}: {error}")];
        }

        if (value is null)
        {
            return (bool?)schema["nullable"] == true ? [] : [$"{at} is null"];
        }

        if (schema["anyOf"] is JsonArray alternatives)
        {
            var judged = alternatives.Select(alternative => Judge(value, alternative!.AsObject(), at)).MinBy(errors => errors.Count)!;
            return judged;
        }

        return (string?)schema["type"] switch
        {
            "object" when value is JsonObject item => JudgeMembers(item, schema, at),
            "array" when value is JsonArray list => [.. list.SelectMany((item, index) => Judge(item, schema["items"]!.AsObject(), $"{at}[{index}]"))],
            "string" when value.GetValueKind() == JsonValueKind.String => JudgeText((string)value!, schema, at),
            "integer" when value.GetValueKind() == JsonValueKind.Number && value.ToJsonString().All(letter => char.IsAsciiDigit(letter) || letter == '-') => [],
            "number" when value.GetValueKind() == JsonValueKind.Number => [],
            "boolean" when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => [],
            null => [],
            var type => [$"{at} is no {type}: {value.ToJsonString()}"],
        };
    }

    private static List<string> JudgeText(string text, JsonObject schema, string at)
    {
        var words = (schema["enum"] ?? schema["x-known-values"])?.AsArray().Select(word => (string?)word).ToList();
        return words is not null && !words.Contains(text) ? [$"{at} has an unknown word: {text}"]
            : (int?)schema["maxLength"] is { } longest && text.Length > longest ? [$"{at} is longer than {longest}"]
            : [];
    }

    private List<string> JudgeMembers(JsonObject item, JsonObject schema, string at)
    {
        var known = schema["properties"]?.AsObject();
        var errors = (schema["required"]?.AsArray() ?? []).Where(name => !item.ContainsKey((string)name!)).Select(name => $"{at}.{name} is missing").ToList();
        foreach (var (name, value) in item)
        {
            if (known?[name] is JsonObject member)
            {
                errors.AddRange(Judge(value, member, $"{at}.{name}"));
            }
            else if (schema["additionalProperties"] is JsonObject any)
            {
                errors.AddRange(Judge(value, any, $"{at}.{name}"));
            }
            else if (known is { Count: > 0 } && schema["x-cut"] is null && schema["additionalProperties"] is null)
            {
                errors.Add($"{at}.{name} is not in the contract");
            }
        }

        return errors;
    }
}
