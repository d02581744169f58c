using System.Collections;
using System.Linq.Expressions;

namespace Commerce.Agents.Entities;

/// <summary>A filter in the words that every store knows. What it means is said here, by <see cref="Holds"/>.</summary>
internal abstract record EntityCondition
{
    internal abstract bool Holds(object entity);
}

internal sealed record BothHold(EntityCondition Left, EntityCondition Right) : EntityCondition
{
    internal override bool Holds(object entity) => Left.Holds(entity) && Right.Holds(entity);
}

internal sealed record EitherHolds(EntityCondition Left, EntityCondition Right) : EntityCondition
{
    internal override bool Holds(object entity) => Left.Holds(entity) || Right.Holds(entity);
}

internal sealed record HoldsNot(EntityCondition Inner) : EntityCondition
{
    internal override bool Holds(object entity) => !Inner.Holds(entity);
}

/// <summary>A truth value of the caller.</summary>
internal sealed record IsGiven(EntityValue Truth) : EntityCondition
{
    internal bool Value => Truth.Value is true;

    internal override bool Holds(object entity) => Value;
}

/// <summary>A truth value of the entity; nothing is not true.</summary>
internal sealed record IsTrue(EntityField Field) : EntityCondition
{
    internal override bool Holds(object entity) => Field.Get(entity) is true;
}

/// <summary>A property that is there.</summary>
internal sealed record HasValue(EntityField Field) : EntityCondition
{
    internal override bool Holds(object entity) => Field.Get(entity) is not null;
}

/// <summary>A comparison: nothing equals nothing, and is neither less nor more than anything.</summary>
internal sealed record Compares(EntityField Field, ExpressionType Operator, EntityOperand Other) : EntityCondition
{
    internal override bool Holds(object entity)
    {
        var left = Field.Get(entity);
        var right = Other is EntityValue value ? value.As(Field.Type) : Other.Get(entity);
        return Operator switch
        {
            ExpressionType.Equal => EntityValues.AreEqual(Field.Kind, left, right),
            ExpressionType.NotEqual => !EntityValues.AreEqual(Field.Kind, left, right),
            _ when left is null || right is null => false,
            ExpressionType.LessThan => EntityValues.Compare(Field.Kind, left, right) < 0,
            ExpressionType.LessThanOrEqual => EntityValues.Compare(Field.Kind, left, right) <= 0,
            ExpressionType.GreaterThan => EntityValues.Compare(Field.Kind, left, right) > 0,
            _ => EntityValues.Compare(Field.Kind, left, right) >= 0,
        };
    }
}

internal enum TextPart
{
    Anywhere,
    Start,
    End,
}

/// <summary>A text with another one in it, letter by letter; nothing has no parts and is in no text.</summary>
internal sealed record HasText(EntityOperand Text, TextPart Where, EntityOperand Part) : EntityCondition
{
    internal override bool Holds(object entity) => Text.Get(entity) is string text && Part.Get(entity)?.ToString() is { } part && Where switch
    {
        TextPart.Start => text.StartsWith(part, StringComparison.Ordinal),
        TextPart.End => text.EndsWith(part, StringComparison.Ordinal),
        _ => text.Contains(part, StringComparison.Ordinal),
    };
}

/// <summary>A property whose value is in a list of the caller.</summary>
internal sealed record IsIn(EntityField Field, EntityValue List) : EntityCondition
{
    internal IEnumerable<object?> Values => List.Value is IEnumerable values ? values.Cast<object?>() : [];

    internal override bool Holds(object entity)
    {
        var value = Field.Get(entity);
        return Values.Any(other => EntityValues.AreEqual(Field.Kind, value, other));
    }
}

/// <summary>A list of the entity that has a value of the caller.</summary>
internal sealed record ListHas(EntityField List, FieldKind Kind, Type Type, EntityValue Value) : EntityCondition
{
    internal override bool Holds(object entity) =>
        List.Get(entity) is IEnumerable values && values.Cast<object?>().Any(other => EntityValues.AreEqual(Kind, Value.Value, other));
}
