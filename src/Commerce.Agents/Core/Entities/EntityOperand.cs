using System.Linq.Expressions;

namespace Commerce.Agents.Entities;

/// <summary>A side of a comparison.</summary>
internal abstract record EntityOperand
{
    internal abstract object? Get(object entity);
}

/// <summary>A value of the caller: a constant, a captured variable, a member of one. Found out when it is needed, once.</summary>
internal sealed record EntityValue(Expression Expression) : EntityOperand
{
    private bool _isKnown;

    internal object? Value
    {
        get
        {
            if (!_isKnown)
            {
                field = Expression is ConstantExpression constant
                    ? constant.Value
                    : Expression.Lambda<Func<object?>>(Expression.Convert(Expression, typeof(object))).Compile(preferInterpretation: true)();
                _isKnown = true;
            }

            return field;
        }
    }

    internal override object? Get(object entity) => Value;

    /// <summary>Gives the value as a field of this type has it: the compiler compares enums as numbers.</summary>
    internal object? As(Type type) => Value is { } value && type.IsEnum && value is not Enum ? Enum.ToObject(type, value) : Value;
}
