namespace Commerce.Carriers.Tariffs;

/// <summary>Checks of values that users give.</summary>
internal static class TariffGuard
{
    private const int MaxText = 100;

    internal static string Text(string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{name} is empty: give a text of 1 to {MaxText} characters.", name);
        }

        return value.Length <= MaxText
            ? value
            : throw new ArgumentException($"{name} has {value.Length} characters: at most {MaxText}.", name);
    }

    internal static decimal NotNegative(decimal value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}: give 0 or more.");
}
