using System.Globalization;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>What variants must keep to.</summary>
public static class VariantRules
{
    internal const int MaxAttributes = 10;
    internal const int MaxName = 50;

    private const int MaxValue = 100;
    private const int HexDigits = 6;

    /// <summary>Tells whether two combinations are the same: capitals do not count.</summary>
    /// <param name="one">A combination.</param>
    /// <param name="other">Another one.</param>
    /// <returns>Whether each attribute has the same value.</returns>
    public static bool IsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Count == other.Count
            && one.All(option => other.TryGetValue(option.Key, out var value) && string.Equals(option.Value, value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Lists every combination of values, the last attribute changing first.</summary>
    /// <param name="parent">The product.</param>
    /// <param name="attributes">Its attributes, each with a value at least in <paramref name="values"/>.</param>
    /// <param name="values">The values of each attribute.</param>
    /// <returns>The combinations, with SKUs: the product's and the letters and digits of the values.</returns>
    public static IEnumerable<VariantDraft> Combine(
        Sku parent, IReadOnlyList<VariantAttribute> attributes, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(values);
        IEnumerable<string[]> rows = [[]];
        foreach (var attribute in attributes)
        {
            rows = rows.SelectMany(row => values[attribute.Name], static (row, value) => (string[])[.. row, value]);
        }

        return rows.Select(row => new VariantDraft(
            string.Join('-', row.Select(Code).Prepend(parent.Value)),
            attributes.Select((attribute, index) => (attribute.Name, Value: row[index])).ToDictionary(static option => option.Name, static option => option.Value, StringComparer.Ordinal)));
    }

    /// <summary>Counts the combinations of values without making them.</summary>
    internal static long Count(IReadOnlyList<VariantAttribute> attributes, IReadOnlyDictionary<string, IReadOnlyList<string>> values, int max)
    {
        var count = 1L;
        foreach (var attribute in attributes)
        {
            count *= values[attribute.Name].Count;
            if (count > max)
            {
                return long.MaxValue;
            }
        }

        return count;
    }

    internal static bool IsValue(VariantAttributeType type, string? value) => value is not null && Refusals.IsText(value, MaxValue) && value.Trim() == value && type switch
    {
        VariantAttributeType.Number => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        VariantAttributeType.Color => value[0] != '#' || (value.Length == HexDigits + 1 && value.Skip(1).All(char.IsAsciiHexDigit)),
        _ => true,
    };

    /// <summary>Says what is wrong with a combination.</summary>
    internal static void Check(IReadOnlyList<VariantAttribute> attributes, IReadOnlyDictionary<string, string> given, Refusals refusals)
    {
        refusals.Require(
            given.Count == attributes.Count && attributes.All(attribute => given.ContainsKey(attribute.Name)),
            "Options",
            $"The variant has {given.Count} values: give one for each of {string.Join(", ", attributes.Select(static attribute => attribute.Name))}.");
        foreach (var attribute in attributes)
        {
            if (given.TryGetValue(attribute.Name, out var value) && !IsValue(attribute.Type, value))
            {
                refusals.Add(RefusalCode.Validation, $"Options.{attribute.Name}", $"The value is no {attribute.Type}: give 1 to {MaxValue} characters of that type.");
            }
        }
    }

    private static string Code(string value) => new([.. value.ToUpperInvariant().Where(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))]);
}
