namespace Commerce.Agents.Storage;

/// <summary>A change of one entity.</summary>
/// <param name="Type">The entity's type.</param>
/// <param name="Id">The entity.</param>
/// <param name="Value">The new value; <see langword="null"/> to delete it.</param>
/// <param name="ExpectedVersion">The version that must hold: 0 for a new one, <see langword="null"/> for whatever there is.</param>
/// <param name="Tenant">Whose it is.</param>
public sealed record EntityChange(Type Type, Guid Id, object? Value, long? ExpectedVersion, TenantId? Tenant);
