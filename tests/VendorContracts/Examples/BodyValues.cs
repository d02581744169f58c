using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Commerce.VendorContracts.Examples;

/// <summary>The single values of a JSON or XML body, each with the body in which just this value is another one.</summary>
internal static class BodyValues
{
    /// <summary>Lists the values.</summary>
    /// <param name="body">The body.</param>
    /// <returns>Each value's path, without list positions, and the changed body.</returns>
    internal static IEnumerable<(string Path, byte[] Changed)> Of(byte[] body) => (char)body.First(value => !char.IsWhiteSpace((char)value)) == '<' ? OfXml(body) : OfJson(body);

    private static IEnumerable<(string Path, byte[] Changed)> OfJson(byte[] body)
    {
        var root = JsonNode.Parse(body)!;
        foreach (var leaf in Leaves(root).ToList())
        {
            var kept = leaf.DeepClone();
            var name = Name(leaf);
            var changed = Changed(leaf);
            leaf.ReplaceWith(changed);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(root);
            changed.ReplaceWith(kept);
            yield return (name, bytes);
        }
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => node switch
    {
        JsonObject item => item.Where(pair => pair.Value is not null).SelectMany(pair => Leaves(pair.Value!)),
        JsonArray list => list.Where(child => child is not null).SelectMany(child => Leaves(child!)),
        JsonValue value => [value],
        _ => [],
    };

    private static string Name(JsonNode node)
    {
        var names = new List<string>();
        for (var at = node; at.Parent is not null; at = at.Parent)
        {
            if (at.Parent is JsonObject)
            {
                names.Insert(0, at.GetPropertyName());
            }
        }

        return string.Join('.', names);
    }

    private static JsonValue Changed(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + 1),
        _ => JsonValue.Create(Changed(value.GetValue<string>())),
    };

    private static IEnumerable<(string Path, byte[] Changed)> OfXml(byte[] body)
    {
        var root = XDocument.Parse(Encoding.UTF8.GetString(body).TrimStart('\uFEFF', ' ', '\n', '\r'), LoadOptions.PreserveWhitespace);
        foreach (var leaf in root.Descendants().Where(element => !element.HasElements && element.Value.Length > 0).ToList())
        {
            var kept = leaf.Value;
            leaf.Value = Changed(kept);
            var bytes = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
            leaf.Value = kept;
            yield return (string.Join('.', leaf.AncestorsAndSelf().Reverse().Skip(2).Select(element => element.Name.LocalName)), bytes);
        }
    }

    /// <summary>Another value of the same look: a digit or letter in the middle becomes another one.</summary>
    private static string Changed(string value)
    {
        for (var offset = 0; offset < value.Length; offset++)
        {
            var at = ((value.Length / 2) + offset) % value.Length;
            if (char.IsAsciiLetterOrDigit(value[at]))
            {
                var other = value[at] switch { '9' => '8', 'z' => 'y', 'Z' => 'Y', var letter => (char)(letter + 1) };
                return value[..at] + other + value[(at + 1)..];
            }
        }

        return value + "x";
    }
}
