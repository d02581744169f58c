namespace Commerce.Testing.Sandbox;

/// <summary>
/// The parameters of one operation. <c>amount!</c> is required, <c>metadata*</c> may have anything below it, <c>transfer_data[destination,amount]</c>
/// exactly those.
/// </summary>
internal sealed class StripeParameterRules
{
    private readonly Dictionary<string, string[]?> _known = new(StringComparer.Ordinal) { ["expand"] = null };
    private readonly List<string> _required = [];

    internal StripeParameterRules(string rules)
    {
        foreach (var rule in rules.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = rule.TrimEnd('!', '*');
            var marks = rule[name.Length..];
            if (marks.Contains('!', StringComparison.Ordinal))
            {
                _required.Add(name);
            }

            var bracket = name.IndexOf('[', StringComparison.Ordinal);
            _known[bracket < 0 ? name : name[..bracket]] =
                marks.Contains('*', StringComparison.Ordinal) ? null : bracket < 0 ? [] : name[(bracket + 1)..^1].Split(',');
        }
    }

    internal void Check(StripeParameters parameters)
    {
        foreach (var key in parameters.All.Keys)
        {
            var bracket = key.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? key : key[..bracket];
            if (!_known.TryGetValue(name, out var below)
                || (below is not null && bracket >= 0 && !below.Contains(key[(bracket + 1)..].Split(']')[0])))
            {
                throw StripeRefusal.Invalid("parameter_unknown", $"Received unknown parameter: {key}", key);
            }
        }

        foreach (var name in _required)
        {
            if (!parameters.Has(name))
            {
                throw StripeRefusal.Invalid("parameter_missing", $"Missing required param: {name}.", name);
            }

            if (parameters[name] is "")
            {
                throw StripeRefusal.Invalid("parameter_invalid_empty", $"You passed an empty string for '{name}'.", name);
            }
        }

        CheckMetadata(parameters);
    }

    private static void CheckMetadata(StripeParameters parameters)
    {
        if (!parameters.Has("metadata"))
        {
            return;
        }

        var count = 0;
        foreach (var (key, value) in parameters.All.Where(static pair => pair.Key.StartsWith("metadata[", StringComparison.Ordinal)))
        {
            var name = key["metadata[".Length..].TrimEnd(']');
            if (name.Length > 40 || name.Contains('[', StringComparison.Ordinal))
            {
                throw StripeRefusal.Invalid(null, "Metadata keys can be up to 40 characters long, without square brackets.", "metadata");
            }

            if (value.Length > 500)
            {
                throw StripeRefusal.Invalid(null, "Metadata values can be up to 500 characters long.", key);
            }

            if (++count > 50)
            {
                throw StripeRefusal.Invalid(null, "Metadata can have up to 50 keys.", "metadata");
            }
        }
    }
}
