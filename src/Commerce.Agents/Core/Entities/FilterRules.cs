using System.Linq.Expressions;

namespace Commerce.Agents.Entities;

/// <summary>Refuses filters that a database could not run, in memory as well, so that a test finds them.</summary>
internal sealed class FilterRules : ExpressionVisitor
{
    private readonly ParameterExpression _entity;

    private FilterRules(ParameterExpression entity) => _entity = entity;

    internal static void Check(LambdaExpression? filter)
    {
        if (filter is not null)
        {
            new FilterRules(filter.Parameters[0]).Visit(filter.Body);
        }
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var isText = node.Method.DeclaringType == typeof(string)
            && node.Method.Name is nameof(string.Contains) or nameof(string.StartsWith) or nameof(string.EndsWith);
        var isList = node.Method.Name == nameof(Enumerable.Contains)
            && (node.Method.DeclaringType == typeof(Enumerable) || node.Method.DeclaringType == typeof(MemoryExtensions) || node.Object is not null);
        return isText || isList || !Uses(node)
            ? base.VisitMethodCall(node)
            : throw new NotSupportedException($"A filter cannot use {node.Method.DeclaringType?.Name}.{node.Method.Name}: a database could not run it.");
    }

    protected override Expression VisitInvocation(InvocationExpression node) =>
        throw new NotSupportedException("A filter cannot call a delegate: a database could not run it.");

    protected override Expression VisitConditional(ConditionalExpression node) =>
        throw new NotSupportedException("A filter cannot use a condition of its own: write it with and, or, not.");

    private bool Uses(Expression node)
    {
        var finder = new ParameterFinder(_entity);
        finder.Visit(node);
        return finder.Found;
    }

    private sealed class ParameterFinder(ParameterExpression parameter) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == parameter;
            return node;
        }
    }
}
