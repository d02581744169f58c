using System.Linq.Expressions;
using System.Reflection;

namespace Commerce.Agents.Entities;

/// <summary>
/// Reads expressions of queries into the few words that every store knows. What a database could not run is refused in
/// memory as well, so that a test finds it.
/// </summary>
internal sealed class EntityExpressions
{
    private readonly ParameterExpression _entity;

    private EntityExpressions(LambdaExpression lambda) => _entity = lambda.Parameters[0];

    internal static EntityCondition Condition(LambdaExpression filter) => new EntityExpressions(filter).ReadCondition(filter.Body);

    /// <summary>Reads what a query is ordered by.</summary>
    internal static EntityField Order(LambdaExpression order)
    {
        var field = Field(order);
        return field.Kind switch
        {
            FieldKind.Enum => throw Refused(order.Body, "the words of an enum have no order: order by a number beside it"),
            FieldKind.Value => throw Refused(order.Body, $"{field.Type.Name} is stored as text in an order of its own: order by a text or number"),
            FieldKind.List or FieldKind.Object => throw Refused(order.Body, "it has no order"),
            _ => field,
        };
    }

    /// <summary>Reads a text to search in.</summary>
    internal static EntityField Text(LambdaExpression text) => Field(text) is { Kind: FieldKind.Text } field
        ? field
        : throw Refused(text.Body, "only a text can be searched");

    /// <summary>Reads a property that is one value.</summary>
    internal static EntityField Scalar(LambdaExpression scalar) => Field(scalar) is { Kind: not (FieldKind.List or FieldKind.Object) } field
        ? field
        : throw Refused(scalar.Body, "it is not one value");

    private static EntityField Field(LambdaExpression lambda) =>
        new EntityExpressions(lambda).ReadOperand(lambda.Body) as EntityField ?? throw Refused(lambda.Body, "it is no property of the entity");

    private static NotSupportedException Refused(Expression node, string reason) =>
        new($"A query cannot use {Name(node)}, which a database could not run: {reason}.");

    private static string Name(Expression node) => node switch
    {
        MemberExpression { Member: var member } => $"{member.DeclaringType?.Name}.{member.Name}",
        MethodCallExpression { Method: var method } => $"{method.DeclaringType?.Name}.{method.Name}",
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } unary => $"{Name(unary.Operand)} as {unary.Type.Name}",
        _ => node.ToString(),
    };

    private EntityCondition ReadCondition(Expression node) => node switch
    {
        _ when !Uses(node) => new IsGiven(new EntityValue(node)),
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both when both.Type == typeof(bool) =>
            new BothHold(ReadCondition(both.Left), ReadCondition(both.Right)),
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either when either.Type == typeof(bool) =>
            new EitherHolds(ReadCondition(either.Left), ReadCondition(either.Right)),
        UnaryExpression { NodeType: ExpressionType.Not } negation when negation.Type == typeof(bool) =>
            new HoldsNot(ReadCondition(negation.Operand)),
        BinaryExpression
        {
            NodeType: ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual,
        } comparison => ReadComparison(comparison),
        MethodCallExpression call => ReadCall(call),
        MemberExpression { Member.Name: "HasValue", Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null =>
            new HasValue(ReadField(nullable)),
        MemberExpression when ReadOperand(node) is EntityField { Kind: FieldKind.Truth } field => new IsTrue(field),
        _ => throw Refused(node, "write it with comparisons, and, or, not"),
    };

    private Compares ReadComparison(BinaryExpression node)
    {
        var (left, right, sign) = (ReadOperand(node.Left), ReadOperand(node.Right), node.NodeType);
        if (left is not EntityField field)
        {
            field = (EntityField)right;
            right = left;
            sign = sign switch
            {
                ExpressionType.LessThan => ExpressionType.GreaterThan,
                ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
                ExpressionType.GreaterThan => ExpressionType.LessThan,
                ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
                _ => sign,
            };
        }

        var isEquality = sign is ExpressionType.Equal or ExpressionType.NotEqual;
        return field.Kind switch
        {
            FieldKind.List or FieldKind.Object when !isEquality || right is not EntityValue { Expression: ConstantExpression { Value: null } } =>
                throw Refused(node, $"{field.Name} can only be compared with null"),
            FieldKind.Enum or FieldKind.Value or FieldKind.Text or FieldKind.Truth when !isEquality =>
                throw Refused(node, $"{field.Name} can only be equal or not"),
            _ when right is EntityField other && (other.Kind != field.Kind || (other.Type != field.Type && other.Kind != FieldKind.Number)) =>
                throw Refused(node, $"{field.Name} and {other.Name} are not of one kind"),
            _ => new Compares(field, sign, right),
        };
    }

    private EntityCondition ReadCall(MethodCallExpression call)
    {
        var name = call.Method.Name;
        if (call.Method.DeclaringType == typeof(string) && call.Object is not null
            && name is nameof(string.Contains) or nameof(string.StartsWith) or nameof(string.EndsWith))
        {
            if (call.Arguments.Count == 2 && (Uses(call.Arguments[1]) || new EntityValue(call.Arguments[1]).Value is not StringComparison.Ordinal))
            {
                throw Refused(call, "texts are compared letter by letter (StringComparison.Ordinal)");
            }

            var where = name switch
            {
                nameof(string.StartsWith) => TextPart.Start,
                nameof(string.EndsWith) => TextPart.End,
                _ => TextPart.Anywhere,
            };
            return new HasText(ReadOperand(call.Object), where, ReadOperand(call.Arguments[0]));
        }

        // The compiler binds Contains of an array to spans, with an implicit conversion of the array.
        var (list, value) = (call.Method.DeclaringType, call.Arguments) switch
        {
            var (type, arguments) when name == "Contains" && call.Object is null && arguments.Count == 2
                && (type == typeof(Enumerable) || type == typeof(MemoryExtensions)) => (Source(arguments[0]), arguments[1]),

            // Of values without IEquatable, such as enums, it binds the one with a comparer, which it leaves out.
            var (type, arguments) when name == "Contains" && call.Object is null && arguments.Count == 3 && type == typeof(MemoryExtensions)
                && !Uses(arguments[2]) && new EntityValue(arguments[2]).Value is null => (Source(arguments[0]), arguments[1]),
            (_, [var argument]) when name == "Contains" && call.Object is not null => (call.Object, argument),
            _ => throw Refused(call, "of methods there are only StartsWith, EndsWith and Contains"),
        };
        if (!Uses(list))
        {
            var field = ReadField(value);
            return field.Kind is FieldKind.List or FieldKind.Object
                ? throw Refused(value, "it is not one value")
                : new IsIn(field, new EntityValue(list));
        }

        var kind = EntityField.KindOf(value.Type);
        return ReadField(list) is { Kind: FieldKind.List } own && !Uses(value)
            && kind is not (FieldKind.Time or FieldKind.List or FieldKind.Object or FieldKind.Other)
            ? new ListHas(own, kind, EntityField.Plain(value.Type), new EntityValue(value))
            : throw Refused(call, "a list can have a text, a number, a code, an id");
    }

    private static Expression Source(Expression span) => span switch
    {
        MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var source] } => source,
        UnaryExpression { NodeType: ExpressionType.Convert, Method: not null } conversion => conversion.Operand,
        _ => span,
    };

    private EntityOperand ReadOperand(Expression node) => Uses(node) ? ReadField(node) : new EntityValue(node);

    private EntityField ReadField(Expression node)
    {
        switch (node)
        {
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } conversion:
                var inner = ReadField(conversion.Operand);
                return IsHarmless(inner, EntityField.Plain(conversion.Operand.Type), EntityField.Plain(conversion.Type))
                    ? inner
                    : throw Refused(node, "the conversion may change the value");
            case MemberExpression { Member.Name: "Value", Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null:
                return ReadField(nullable);
            case MemberExpression { Member: PropertyInfo property, Expression: { } parent }:
                var kind = EntityField.KindOf(property.PropertyType);
                if (kind == FieldKind.Other)
                {
                    throw Refused(node, $"{EntityField.Plain(property.PropertyType).Name} is no type of queries");
                }

                if (Strip(parent) == _entity)
                {
                    return new EntityField([property], kind);
                }

                var owner = ReadField(parent);
                var isText = owner.Kind == FieldKind.Value && property.Name == "Value" && kind is FieldKind.Text or FieldKind.Guid
                    && EntityField.IsParsable(owner.Type);
                return owner.Kind == FieldKind.Object || isText
                    ? new EntityField([.. owner.Path, property], kind, isText)
                    : throw Refused(node, $"{owner.Name} is stored as one value");
            default:
                throw Refused(node, "it is no stored property");
        }
    }

    private static Expression Strip(Expression node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert, Type.IsValueType: false } conversion ? conversion.Operand : node;

    private static bool IsHarmless(EntityField field, Type from, Type to) =>
        from == to
        || (!to.IsValueType && to.IsAssignableFrom(from))
        || (field.Kind == FieldKind.Enum && (from.IsEnum ? Enum.GetUnderlyingType(from) == to || to == typeof(int) : to == typeof(long)))
        || (field.Kind == FieldKind.Number && EntityNumbers.IsNumber(to) && EntityNumbers.IsLossless(from, to));

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
