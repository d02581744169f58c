using System.Linq.Expressions;

namespace Commerce.Agents.Entities;

/// <summary>Says how entities of a type are kept, for stores with tables. In memory it changes nothing.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class EntityBuilder<T>
    where T : class, IEntity
{
    private readonly EntityDefinition _definition;
    private readonly List<string> _mistakes;

    internal EntityBuilder(EntityDefinition definition, List<string> mistakes)
    {
        _definition = definition;
        _mistakes = mistakes;
    }

    /// <summary>Names the table; the type's name in small letters with <c>_</c> when not given.</summary>
    /// <param name="name">1 to 41 small letters, digits and <c>_</c>, no digit first; never changed once released.</param>
    /// <returns>This builder.</returns>
    public EntityBuilder<T> Table(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (EntityDefinition.IsName(name))
        {
            _definition.Table = name;
        }
        else
        {
            _mistakes.Add($"{typeof(T).Name} is kept in the table \"{name}\": a name has 1 to 41 small letters, digits and _, no digit first.");
        }

        return this;
    }

    /// <summary>Declares an index for queries that filter and sort by these properties.</summary>
    /// <param name="fields">The properties, the most selective first: texts, numbers, times, truth values, enums, ids, codes.</param>
    /// <returns>This builder.</returns>
    public EntityBuilder<T> Index(params Expression<Func<T, object?>>[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        try
        {
            ArgumentOutOfRangeException.ThrowIfZero(fields.Length, nameof(fields));
            var paths = fields.Select(static field => EntityExpressions.Scalar(field).Name).ToList();
            if (!_definition.Declared.Exists(index => index.SequenceEqual(paths)))
            {
                _definition.Declared.Add(paths);
            }
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            _mistakes.Add($"An index of {typeof(T).Name} cannot be made: {exception.Message}");
        }

        return this;
    }
}
