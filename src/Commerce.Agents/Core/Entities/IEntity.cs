namespace Commerce.Agents.Entities;

/// <summary>A stored record with an id of its own.</summary>
public interface IEntity
{
    /// <summary>Gets the id; a new one is given when it is empty at creation.</summary>
    Guid Id { get; }
}
