namespace Commerce.Testing.Sandbox;

/// <summary>How a call goes wrong.</summary>
public enum SandboxFault
{
    /// <summary>The connection is closed before anything happens.</summary>
    RefuseConnection,

    /// <summary>The vendor does its work, then the connection is closed before the answer is sent.</summary>
    LoseAnswer,

    /// <summary>503, with nothing done.</summary>
    Unavailable,

    /// <summary>429 with <c>Retry-After: 1</c>, with nothing done.</summary>
    Throttle,

    /// <summary>The vendor does its work; half of the answer's body is sent, then the connection is closed.</summary>
    TruncateAnswer,

    /// <summary>The vendor does its work and answers with an HTML page of a gateway.</summary>
    AnswerHtml,
}
