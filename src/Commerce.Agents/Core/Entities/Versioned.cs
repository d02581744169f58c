namespace Commerce.Agents.Entities;

/// <summary>An entity with its version.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <param name="Value">The entity.</param>
/// <param name="Version">Its version, from 1: give it back to write only if nobody was faster.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record Versioned<T>(T Value, long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
    where T : class, IEntity;
