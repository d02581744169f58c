namespace Commerce;

/// <summary>
/// The one exception of every vendor client: a technical failure. Expected business outcomes (a declined card, a
/// refused address, no rate) are results, not exceptions.
/// </summary>
/// <remarks>
/// Branch on <see cref="Kind"/>. Neither the message nor <see cref="RawBody"/> holds secrets or personal data: the
/// HTTP pipeline redacts both before the exception is made.
/// </remarks>
public class CommerceException : Exception
{
    /// <summary>Creates an <see cref="CommerceErrorKind.Unavailable"/> failure without a message of its own.</summary>
    public CommerceException()
        : this(CommerceErrorKind.Unavailable, "The vendor gave no usable answer.")
    {
    }

    /// <summary>Creates an <see cref="CommerceErrorKind.Unavailable"/> failure.</summary>
    /// <param name="message">What happened, with which value, and what to do next.</param>
    public CommerceException(string message)
        : this(CommerceErrorKind.Unavailable, message)
    {
    }

    /// <summary>Creates an <see cref="CommerceErrorKind.Unavailable"/> failure with its cause.</summary>
    /// <param name="message">What happened, with which value, and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public CommerceException(string message, Exception? innerException)
        : this(CommerceErrorKind.Unavailable, message, innerException)
    {
    }

    /// <summary>Creates a failure of a given kind.</summary>
    /// <param name="kind">What a caller branches on.</param>
    /// <param name="message">What happened, with which value, and what to do next. No secrets, no personal data.</param>
    /// <param name="innerException">The cause, if another exception is one.</param>
    public CommerceException(CommerceErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Gets what a caller branches on.</summary>
    public CommerceErrorKind Kind { get; }

    /// <summary>Gets the vendor that answered or failed to answer, in lower case: <c>ups</c>, <c>mirakl</c>, <c>stripe</c>.</summary>
    public string? Vendor { get; init; }

    /// <summary>Gets the operation as telemetry names it: <c>ship</c>, <c>list-orders</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets the vendor's own error code, as sent.</summary>
    public string? VendorCode { get; init; }

    /// <summary>Gets the vendor's own message, as sent but redacted.</summary>
    public string? VendorMessage { get; init; }

    /// <summary>Gets the field that the vendor or a guard objects to, in the vendor's or our spelling.</summary>
    public string? Field { get; init; }

    /// <summary>Gets the HTTP status of the answer; <see langword="null"/> when none arrived.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Gets the id that the vendor's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets how long the vendor asked to wait, measured from the answer.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the start of the redacted answer body, at most 4 096 characters.</summary>
    public string? RawBody { get; init; }

    /// <summary>Gets a value indicating whether the same call may succeed later.</summary>
    /// <remarks>Transient does not mean safe to repeat: a call that buys something repeats only with its <see cref="OperationKey"/>.</remarks>
    public bool IsTransient => Kind is CommerceErrorKind.Throttled or CommerceErrorKind.Unavailable;

    /// <summary>Gets a value indicating whether the request never left: the vendor cannot have done anything.</summary>
    public bool WasNeverSent { get; init; }

    /// <summary>Gets a value indicating whether the vendor may have done what was asked although no good answer arrived.</summary>
    public bool IsOutcomeUnknown => !WasNeverSent && Kind is (CommerceErrorKind.Unavailable or CommerceErrorKind.Protocol);
}
