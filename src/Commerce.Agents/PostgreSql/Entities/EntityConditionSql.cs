using System.Linq.Expressions;
using Commerce.Agents.Entities;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>
/// Writes a condition as SQL. SQL knows true, false and unknown; where unknown would not do for false, under a not, the
/// test says <c>is not true</c>.
/// </summary>
internal sealed class EntityConditionSql(Type entity, EntityColumns columns, EntityParameters parameters)
{
    internal string Write(EntityCondition condition, bool negated = false) => condition switch
    {
        HoldsNot not => Write(not.Inner, !negated),
        IsGiven given => given.Value != negated ? "true" : "false",
        BothHold both => Join(both.Left, both.Right, and: !negated, negated),
        EitherHolds either => Join(either.Left, either.Right, and: negated, negated),
        Compares { Operator: ExpressionType.Equal } equal => Equality(equal, !negated),
        Compares { Operator: ExpressionType.NotEqual } different => Equality(different, negated),
        HasValue field => IsNull(field.Field, negated),
        IsTrue field => Test(Column(field.Field), negated),
        Compares order => Test(Order(order), negated),
        HasText text => Test(Part(text), negated),
        IsIn list => Test(In(list), negated),
        ListHas list => Test($"{Column(list.List)} @> {parameters.Json(list.Value.Value, list.Type)}", negated),
        _ => throw new NotSupportedException($"A query cannot use {condition}."),
    };

    private static string Test(string test, bool negated) => negated ? $"({test}) is not true" : $"({test})";

    private static string Sign(ExpressionType comparison) => comparison switch
    {
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        _ => ">=",
    };

    private string Column(EntityField field) => columns.Of(entity, field);

    /// <summary>A side that the caller's own values decide ends it, as in C#: the other side may not be computable then.</summary>
    private string Join(EntityCondition left, EntityCondition right, bool and, bool negated)
    {
        var first = Write(left, negated);
        return first == (and ? "false" : "true") ? first : $"({first} {(and ? "and" : "or")} {Write(right, negated)})";
    }

    private string IsNull(EntityField field, bool isNull) => field.Kind == FieldKind.List
        ? $"coalesce({Column(field)}, 'null') {(isNull ? "=" : "<>")} 'null'"
        : $"{Column(field)} is {(isNull ? "" : "not ")}null";

    private string Equality(Compares comparison, bool isEqual)
    {
        var (field, column) = (comparison.Field, Column(comparison.Field));
        if (comparison.Other is EntityField other)
        {
            return $"{column} is {(isEqual ? "not " : "")}distinct from {Column(other)}";
        }

        return ((EntityValue)comparison.Other).As(field.Type) switch
        {
            null => IsNull(field, isEqual),
            double.NaN or float.NaN => isEqual ? "false" : "true",
            var value => $"{column} {(isEqual ? "=" : "is distinct from")} {parameters.Value(field, value)}",
        };
    }

    private string Order(Compares comparison) => comparison.Other switch
    {
        EntityField other => $"{Column(comparison.Field)} {Sign(comparison.Operator)} {Column(other)}",
        EntityValue { Value: null or double.NaN or float.NaN } => "false",
        EntityValue value => $"{Column(comparison.Field)} {Sign(comparison.Operator)} {parameters.Value(comparison.Field, value.Value!)}",
        _ => throw new NotSupportedException(),
    };

    private string Part(HasText condition)
    {
        if (Operand(condition.Text) is not { } text || Operand(condition.Part) is not { } part)
        {
            return "false";
        }

        // No patterns: in these functions a percent sign is a percent sign.
        return condition.Where switch
        {
            TextPart.Start => $"starts_with({text}, {part})",
            TextPart.End => $"right({text}, length({part})) = {part}",
            _ => $"strpos({text}, {part}) > 0",
        };
    }

    private string? Operand(EntityOperand operand) => operand switch
    {
        EntityField field => Column(field),
        EntityValue { Value: { } value } => parameters.Text(value.ToString()!),
        _ => null,
    };

    private string In(IsIn condition)
    {
        var column = Column(condition.Field);
        var values = condition.Values.ToList();
        var known = values.OfType<object>().Where(static value => value is not (double.NaN or float.NaN)).ToList();
        var test = known.Count == 0 ? "false" : $"{column} = any({parameters.Values(condition.Field, known)})";
        return values.Contains(null) ? $"{test} or {column} is null" : test;
    }
}
