using System.Linq.Expressions;

namespace Commerce.Agents.Entities;

/// <summary>Which entities to read, in which order.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <remarks>
/// Filters are expressions, so that a misspelt field does not compile. They may use comparisons, and, or, not, null
/// checks, <c>StartsWith</c>, <c>EndsWith</c>, <c>Contains</c> of text, and <c>Contains</c> of a list: what a database
/// can do as well. Anything else is a <see cref="NotSupportedException"/> that names it, in every store.
/// Properties of properties may be used (<c>order.Address.City</c>); a property of nothing is nothing. Nothing equals
/// nothing, is neither less nor more than anything, and comes first. Texts are compared and ordered by code points,
/// times to the microsecond. Enums and values that are stored as text (<c>Money</c>, <c>Sku</c>) are equal or not.
/// </remarks>
public sealed record EntityQuery<T>
    where T : class, IEntity
{
    /// <summary>Gets the condition; all entities when not given.</summary>
    public Expression<Func<T, bool>>? Where
    {
        get;
        init
        {
            if (value is not null)
            {
                EntityExpressions.Condition(value);
            }

            field = value;
        }
    }

    /// <summary>Gets the order; newest first when not given. Equal values are in order of ids.</summary>
    public Expression<Func<T, IComparable?>>? OrderBy
    {
        get;
        init
        {
            if (value is not null)
            {
                EntityExpressions.Order(value);
            }

            field = value;
        }
    }

    /// <summary>Gets a value indicating whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>Gets how many to leave out: 0 or more.</summary>
    public int Skip
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Skip));
            field = value;
        }
    }

    /// <summary>Gets how many at most: 1 to 500.</summary>
    /// <value>The default is 100.</value>
    public int Limit { get; init => field = PageLimit.Check(value, nameof(Limit)); } = 100;

    /// <summary>
    /// Gets the entity after which to start in this order, for pages that do not shift; without an order, the oldest
    /// first. No entities when it does not match.
    /// </summary>
    public Guid? After { get; init; }

    /// <summary>Gets words that must all occur in <see cref="SearchIn"/>, in any case.</summary>
    public string? Search { get; init; }

    /// <summary>Gets the text fields to search in: a word may occur in any of them.</summary>
    public IReadOnlyList<Expression<Func<T, string?>>> SearchIn
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var text in value)
            {
                EntityExpressions.Text(text);
            }

            field = value;
        }
    } = [];

    /// <summary>Gets whose entities; those of every tenant when not given.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>Says whether more may follow a page. Where a page begins after an entity, its place among all is not known: a full page may have followers.</summary>
    internal bool HasNext(int count, int total) => After is null ? Skip + count < total : count == Limit;
}
