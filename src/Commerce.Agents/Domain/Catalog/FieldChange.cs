namespace Commerce.Agents.Domain.Catalog;

/// <summary>One field of two versions of a product that differs.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">What it was; nothing when it was empty.</param>
/// <param name="After">What it is; nothing when it is empty.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
