using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A version of a template that was saved while the system runs. It goes before those of the options.</summary>
public sealed record SavedTemplate : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the template's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the text.</summary>
    public required NotificationTemplate Template { get; init; }

    /// <summary>Gets the version of this name, channel and language, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Gets a value indicating whether it is the last version.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Gets when it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Gets who saved it: a key and no name.</summary>
    public required string SavedBy { get; init; }
}
