namespace Commerce.Agents.Entities;

/// <summary>A stored record with an id of its own.</summary>
public interface IEntity
{
    /// <summary>Gets the id, given by whoever creates the entity: time-ordered, for example by <c>context.NewId()</c>; never empty.</summary>
    Guid Id { get; }
}
