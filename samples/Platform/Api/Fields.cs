namespace Commerce.Samples.Platform.Api;

/// <summary>Reads fields of a request into the library's types and collects what is wrong with them.</summary>
internal sealed class Fields
{
    private readonly List<Refusal> _refusals = [];

    internal IReadOnlyList<Refusal> Refusals => _refusals;

    internal void Refuse(string field, string text) => _refusals.Add(new Refusal(RefusalCode.Validation, text) { Field = field });

    /// <summary>Reads a text; longer ones and control characters are refused.</summary>
    internal string Text(string field, string? value, int max, bool isRequired = true)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            if (isRequired)
            {
                Refuse(field, $"It is empty: give 1 to {max} characters.");
            }

            return "";
        }

        if (value.Length > max)
        {
            Refuse(field, $"It has {value.Length} characters: give at most {max}.");
            return "";
        }

        if (value.Any(char.IsControl) || value.Any(char.IsSurrogate))
        {
            Refuse(field, "It holds a character that is not printed: remove it.");
            return "";
        }

        return value;
    }

    internal T Parse<T>(string field, string? value, int max, string remedy)
        where T : struct, IParsable<T>
    {
        var text = Text(field, value, max);
        if (text.Length > 0 && T.TryParse(text, null, out var parsed))
        {
            return parsed;
        }

        if (text.Length > 0)
        {
            Refuse(field, $"It cannot be read: {remedy}.");
        }

        return default;
    }

    internal T? ParseOptional<T>(string field, string? value, int max, string remedy)
        where T : struct, IParsable<T> => string.IsNullOrEmpty(value) ? null : Parse<T>(field, value, max, remedy);

    internal int Number(string field, string? value, int min, int max, int otherwise)
    {
        if (value is null)
        {
            return otherwise;
        }

        if (int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Refuse(field, $"Give a whole number of {min} to {max}.");
        return otherwise;
    }

    internal T? Name<T>(string field, string? value)
        where T : struct, Enum
    {
        if (value is null)
        {
            return null;
        }

        if (!int.TryParse(value, out _) && Enum.TryParse<T>(value, ignoreCase: true, out var known) && Enum.IsDefined(known))
        {
            return known;
        }

        Refuse(field, $"It is not known: give {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }
}
