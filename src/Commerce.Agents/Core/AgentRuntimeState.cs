namespace Commerce.Agents;

/// <summary>Where a runtime is in its life.</summary>
public enum AgentRuntimeState
{
    /// <summary>Not started, or stopped.</summary>
    Stopped,

    /// <summary>Checks its set-up and takes up what was left.</summary>
    Starting,

    /// <summary>Handles messages.</summary>
    Running,

    /// <summary>Finishes what it has begun.</summary>
    Stopping,

    /// <summary>Could not start.</summary>
    Error,
}
