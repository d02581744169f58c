using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>What people have set for a rule.</summary>
public sealed record AlertRule : IEntity
{
    /// <summary>Gets the id: <see cref="IdOf"/> of the rule.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets how urgent its alerts are; as the options say when not given.</summary>
    public AlertSeverity? Severity { get; init; }

    /// <summary>Gets until when it raises no alerts.</summary>
    public DateTimeOffset? SilentUntil { get; init; }

    /// <summary>Gets who silenced it.</summary>
    public string? SilencedBy { get; init; }

    /// <summary>Gets the id under which a rule is kept.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The same id for the same rule.</returns>
    public static Guid IdOf(string rule) => NamedIds.From("alert rule", rule);
}
