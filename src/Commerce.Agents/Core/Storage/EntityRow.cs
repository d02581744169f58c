namespace Commerce.Agents.Storage;

/// <summary>An entity as it is stored.</summary>
/// <param name="Id">The entity.</param>
/// <param name="Value">Its value.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Tenant">Whose it is.</param>
public sealed record EntityRow(
    Guid Id, object Value, long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, TenantId? Tenant);
