namespace Commerce.Agents;

/// <summary>A call outside may have worked, and nothing can tell: it is not repeated; a person must look.</summary>
public sealed class UncertainEffectException : Exception
{
    /// <summary>Creates the exception without details.</summary>
    public UncertainEffectException()
        : this("An effect is uncertain.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is uncertain.</param>
    public UncertainEffectException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is uncertain.</param>
    /// <param name="innerException">The cause.</param>
    public UncertainEffectException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal UncertainEffectException(string agent, Guid messageId, string step)
        : base($"The step \"{step}\" of {agent} for message {messageId} was started and its outcome is not known: look at the vendor, "
            + $"then settle it with {nameof(IAgentOperations)}.{nameof(IAgentOperations.SettleEffectAsync)} and replay.")
    {
    }
}
