using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace Commerce.Agents.Entities;

/// <summary>
/// Rewrites <c>list.Contains(entity.Field)</c> to a call that an interpreted expression can make: the compiler binds
/// it to spans, which an interpreter cannot hold.
/// </summary>
internal sealed class ListContains : ExpressionVisitor
{
    private static readonly ListContains Instance = new();
    private static readonly MethodInfo Helper = ((Func<object, object?, bool>)Contains).Method;

    internal static Expression<TDelegate> Rewrite<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate => (Expression<TDelegate>)Instance.Visit(expression);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(MemoryExtensions) || node.Method.Name != nameof(MemoryExtensions.Contains))
        {
            return base.VisitMethodCall(node);
        }

        // The span comes from an implicit conversion of the list.
        var list = node.Arguments[0] is MethodCallExpression { Arguments: [var source] } ? source : node.Arguments[0];
        return Expression.Call(
            Helper, Expression.Convert(Visit(list), typeof(object)), Expression.Convert(Visit(node.Arguments[1]), typeof(object)));
    }

    private static bool Contains(object list, object? value)
    {
        foreach (var item in (IEnumerable)list)
        {
            if (Equals(item, value))
            {
                return true;
            }
        }

        return false;
    }
}
