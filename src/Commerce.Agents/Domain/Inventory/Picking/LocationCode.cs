namespace Commerce.Agents.Domain.Inventory;

/// <summary>The code of a location.</summary>
internal static class LocationCode
{
    private const int Groups = 4;
    private const int MaxGroup = 8;

    internal static bool IsValid(string? code) =>
        code?.Split('-') is { Length: Groups } groups
        && Array.TrueForAll(groups, static group => group.Length is >= 1 and <= MaxGroup && group.All(char.IsAsciiLetterOrDigit));
}
