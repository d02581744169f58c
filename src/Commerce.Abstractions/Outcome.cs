using System.Diagnostics.CodeAnalysis;

namespace Commerce;

/// <summary>Makes outcomes.</summary>
public static class Outcome
{
    /// <summary>Makes a success.</summary>
    /// <typeparam name="T">What was obtained.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The outcome.</returns>
    public static Outcome<T> Of<T>(T value)
        where T : class => new(value, null);

    /// <summary>Makes a refusal.</summary>
    /// <typeparam name="T">What was asked for.</typeparam>
    /// <param name="refusal">Why not.</param>
    /// <returns>The outcome.</returns>
    public static Outcome<T> Refused<T>(Refusal refusal)
        where T : class => new(null, Guard.NotNull(refusal, nameof(refusal)));

    /// <summary>Makes a refusal.</summary>
    /// <typeparam name="T">What was asked for.</typeparam>
    /// <param name="code">The reason in common words.</param>
    /// <param name="message">What was refused, with which value, and what to do next.</param>
    /// <param name="field">The field that is not acceptable, if one is.</param>
    /// <returns>The outcome.</returns>
    public static Outcome<T> Refused<T>(RefusalCode code, string message, string? field = null)
        where T : class => new(null, new Refusal(code, message) { Field = field });
}
