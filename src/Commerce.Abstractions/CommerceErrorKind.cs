namespace Commerce;

/// <summary>What went wrong, as far as a caller can act on it.</summary>
public enum CommerceErrorKind
{
    /// <summary>The vendor refused the request as it stands: correct the named field, then send again.</summary>
    Invalid,

    /// <summary>The credentials are missing, wrong or expired.</summary>
    Unauthorized,

    /// <summary>The credentials are good, but the account may not do this.</summary>
    Forbidden,

    /// <summary>The vendor does not know the thing that the request names.</summary>
    NotFound,

    /// <summary>The thing is in a state that does not allow this, or an idempotency key was reused with another body.</summary>
    Conflict,

    /// <summary>Too many requests: nothing happened; try again after <see cref="CommerceException.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>No usable answer arrived. <b>The outcome is unknown</b>: the vendor may have done what was asked.</summary>
    Unavailable,

    /// <summary>An answer arrived that does not follow the vendor's contract; what it asked for may have happened.</summary>
    Protocol,
}
