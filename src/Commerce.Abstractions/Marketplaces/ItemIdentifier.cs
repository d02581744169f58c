namespace Commerce.Marketplaces;

/// <summary>A number that tells one piece from another.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The number: 1 to 200 characters.</param>
public sealed record ItemIdentifier(ItemIdentifierKind Kind, string Value)
{
    /// <summary>Gets its kind.</summary>
    public ItemIdentifierKind Kind { get; init => field = Guard.NotDefault(value); } = Guard.NotDefault(Kind, nameof(Kind));

    /// <summary>Gets the number: 1 to 200 characters.</summary>
    public string Value { get; init => field = Guard.Text(value, 200); } = Guard.Text(Value, 200, nameof(Value));
}
