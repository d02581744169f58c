using System.Diagnostics.CodeAnalysis;

namespace Commerce;

/// <summary>Either the value that was asked for, or the reason why the answer is no. Never both, never neither.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class Outcome<T>
    where T : class
{
    private readonly T? _value;

    internal Outcome(T? value, Refusal? refusal)
    {
        if (value is null == refusal is null)
        {
            throw new ArgumentException("An outcome is a value or a refusal.", nameof(value));
        }

        _value = value;
        Refusal = refusal;
    }

    /// <summary>Gets a value indicating whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsSuccess => _value is not null;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message says why.</exception>
    public T Value => _value ?? throw new InvalidOperationException(
        $"There is no {typeof(T).Name}: {Refusal!.Code} - {Refusal.Message}");

    /// <summary>Gets the reason of a refusal; <see langword="null"/> on success.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Takes the value if there is one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="refusal">The reason why there is none.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = Refusal;
        return _value is not null;
    }

    /// <summary>Turns the value into another, and keeps a refusal.</summary>
    /// <typeparam name="TOther">The other type.</typeparam>
    /// <param name="map">What to make of the value.</param>
    /// <returns>The mapped outcome.</returns>
    public Outcome<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : class
    {
        ArgumentNullException.ThrowIfNull(map);
        return _value is null ? Outcome.Refused<TOther>(Refusal!) : Outcome.Of(map(_value));
    }

    /// <inheritdoc/>
    public override string ToString() => IsSuccess ? $"Success({typeof(T).Name})" : $"Refused({Refusal.Code})";
}
