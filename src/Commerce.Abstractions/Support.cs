namespace Commerce;

/// <summary>Whether something can be done, known offline and before the call, and why not.</summary>
public readonly record struct Support
{
    private Support(bool isSupported, string? reason)
    {
        IsSupported = isSupported;
        Reason = reason;
    }

    /// <summary>Gets: it can be done.</summary>
    public static Support Yes { get; } = new(true, null);

    /// <summary>Gets a value indicating whether it can be done.</summary>
    public bool IsSupported { get; }

    /// <summary>Gets why not, or under which condition; <see langword="null"/> when there is nothing to say.</summary>
    public string? Reason { get; }

    /// <summary>Makes a "no".</summary>
    /// <param name="reason">Why not, for a person.</param>
    /// <returns>The answer.</returns>
    public static Support No(string reason) => new(false, Guard.Text(reason, 500, nameof(reason)));

    /// <summary>Makes a "yes, if".</summary>
    /// <param name="condition">What must hold, for a person.</param>
    /// <returns>The answer.</returns>
    public static Support When(string condition) => new(true, Guard.Text(condition, 500, nameof(condition)));

    /// <inheritdoc/>
    public override string ToString() => IsSupported ? Reason ?? "supported" : Reason ?? "not supported";
}
