namespace Commerce.Agents.Entities;

/// <summary>An entity as it was registered.</summary>
/// <param name="Type">The type.</param>
public sealed record EntityDefinition(Type Type);
