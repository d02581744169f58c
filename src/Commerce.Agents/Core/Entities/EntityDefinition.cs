namespace Commerce.Agents.Entities;

/// <summary>How entities of one type are kept. Stores with tables take them all from the services.</summary>
public sealed class EntityDefinition
{
    internal EntityDefinition(Type type) => (Type, Table) = (type, SnakeCase(type.Name));

    /// <summary>Gets the entity's type.</summary>
    public Type Type { get; }

    /// <summary>Gets the name of its table, without the prefix that a store adds: 1 to 41 small letters, digits and <c>_</c>.</summary>
    public string Table { get; internal set; }

    /// <summary>Gets the indexes: each a list of properties, as paths such as <c>Address.City</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Indexes => Declared;

    internal List<IReadOnlyList<string>> Declared { get; } = [];

    /// <summary>Says whether a name can be a table's: it goes into statements as it is.</summary>
    internal static bool IsName(string name) => name.Length is >= 1 and <= 41
        && !char.IsAsciiDigit(name[0])
        && name.All(static letter => letter == '_' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private static string SnakeCase(string name) => string.Concat(name.Select((letter, i) =>
        !char.IsUpper(letter) ? letter.ToString()
        : i == 0 || (char.IsUpper(name[i - 1]) && (i + 1 == name.Length || !char.IsLower(name[i + 1]))) ? char.ToLowerInvariant(letter).ToString()
        : $"_{char.ToLowerInvariant(letter)}"));
}
