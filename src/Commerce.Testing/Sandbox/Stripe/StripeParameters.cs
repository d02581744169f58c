using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Commerce.Testing.Sandbox;

/// <summary>The parameters of a call in Stripe's bracket form: <c>transfer_data[destination]</c>.</summary>
internal sealed class StripeParameters
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    internal StripeParameters(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        foreach (var (name, values) in pairs)
        {
            for (var i = 0; i < values.Count; i++)
            {
                var key = name.EndsWith("[]", StringComparison.Ordinal) ? $"{name[..^2]}[{i.ToString(CultureInfo.InvariantCulture)}]" : name;
                _values[key] = values[i] ?? "";
            }
        }
    }

    internal IReadOnlyDictionary<string, string> All => _values;

    /// <summary>Gets the parameter; <see langword="null"/> when it was not sent.</summary>
    internal string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Tells whether the parameter, or anything below it, was sent.</summary>
    internal bool Has(string name) => _values.ContainsKey(name) || _values.Keys.Any(key => key.StartsWith(name + "[", StringComparison.Ordinal));

    /// <summary>Reads a text that is not cleared: an empty one counts as not given.</summary>
    internal string? Text(string name) => _values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    internal long? Count(string name) => this[name] is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw StripeRefusal.Invalid("parameter_invalid_integer", $"Invalid integer: {text}", name);

    /// <summary>Reads an amount above zero.</summary>
    internal long? Amount(string name) => Count(name) is not { } amount ? null
        : amount > 0 ? amount
        : throw StripeRefusal.Invalid("parameter_invalid_integer", "This value must be greater than or equal to 1.", name);

    internal bool? Flag(string name) => this[name] switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        var other => throw StripeRefusal.Invalid(null, $"Invalid boolean: {other}", name),
    };

    /// <summary>Reads one of a few words.</summary>
    internal string? OneOf(string name, params ReadOnlySpan<string> words)
    {
        if (Text(name) is not { } text || words.Contains(text))
        {
            return Text(name);
        }

        throw StripeRefusal.Invalid(null, $"Invalid {name}: must be one of {string.Join(", ", words.ToArray())}", name);
    }

    /// <summary>Reads a text that may not be longer than so many characters.</summary>
    internal string? Text(string name, int longest) => Text(name) is { } text && text.Length > longest
        ? throw StripeRefusal.Invalid(null, $"Invalid string: {name} must be at most {longest} characters", name)
        : Text(name);

    /// <summary>Reads <c>name[0]</c>, <c>name[1]</c>….</summary>
    internal IReadOnlyList<string> List(string name) =>
        [.. _values.Where(pair => pair.Key.StartsWith(name + "[", StringComparison.Ordinal)).Select(static pair => pair.Value)];

    /// <summary>Reads everything below a name as JSON: numbers of indexes make lists, all values are text.</summary>
    internal JsonObject? Tree(string name)
    {
        var root = new JsonObject();
        foreach (var (key, value) in _values.Where(pair => pair.Key.StartsWith(name + "[", StringComparison.Ordinal)))
        {
            var steps = key[(name.Length + 1)..].TrimEnd(']').Split("][");
            var at = root;
            foreach (var step in steps[..^1])
            {
                at = (JsonObject)(at[step] ??= new JsonObject());
            }

            at[steps[^1]] = value.Length == 0 ? null : value;
        }

        return root.Count == 0 ? null : root;
    }

    /// <summary>Reads where the parcel goes, with every part of an address that an answer has.</summary>
    internal JsonObject? Shipping()
    {
        if (Tree("shipping") is not { } shipping)
        {
            return null;
        }

        var address = shipping["address"] as JsonObject;
        shipping["address"] = new JsonObject(((string[])["city", "country", "line1", "line2", "postal_code", "state"])
            .Select(part => KeyValuePair.Create(part, address?[part]?.DeepClone())));
        return shipping;
    }

    /// <summary>Changes the metadata as Stripe does: what is sent is set, what is sent empty is removed.</summary>
    internal void Merge(StripeItem item)
    {
        if (this["metadata"] is "")
        {
            item.Set("metadata", new JsonObject());
        }

        if (Tree("metadata") is { } changes)
        {
            var metadata = (JsonObject)item.Body["metadata"]!;
            foreach (var (name, value) in changes)
            {
                metadata.Remove(name);
                if (value is not null)
                {
                    metadata[name] = (string)value!;
                }
            }
        }
    }

    /// <summary>Reads the metadata of something new.</summary>
    internal JsonObject Metadata() => Tree("metadata") is { } metadata
        ? new JsonObject(metadata.Where(static pair => pair.Value is not null).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
        : [];

    /// <summary>Gives a text by which the same request is known again, in whatever order its parameters came.</summary>
    internal string Fingerprint() => string.Join('&', _values.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}={pair.Value}"));
}
