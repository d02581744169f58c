namespace Commerce;

/// <summary>An expected "no": the request was understood and nothing was done.</summary>
public record Refusal
{
    /// <summary>Creates a refusal.</summary>
    /// <param name="code">The reason in common words.</param>
    /// <param name="message">What was refused, with which value, and what to do next.</param>
    public Refusal(RefusalCode code, string message)
    {
        Code = Guard.NotDefault(code, nameof(code));
        Message = Guard.Text(message, 2000, nameof(message));
    }

    /// <summary>Gets the reason in common words.</summary>
    public RefusalCode Code { get; }

    /// <summary>Gets what was refused, with which value, and what to do next. No personal data.</summary>
    public string Message { get; }

    /// <summary>Gets the field that is not acceptable, in our spelling when it can be told.</summary>
    public string? Field { get; init; }

    /// <summary>Gets the vendor's own code, as sent.</summary>
    public string? VendorCode { get; init; }

    /// <summary>Gets the id that the vendor's support asks for.</summary>
    public string? RequestId { get; init; }
}
