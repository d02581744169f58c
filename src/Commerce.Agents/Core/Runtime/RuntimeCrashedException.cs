namespace Commerce.Agents.Runtime;

/// <summary>Thrown at a crash point to play the death of the process: nothing catches it but the loops.</summary>
internal sealed class RuntimeCrashedException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>Gets a value indicating whether the process was dead already when the point was reached.</summary>
    internal bool WasDead { get; init; }
}
