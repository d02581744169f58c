namespace Commerce.Agents;

/// <summary>What happens to the tables when a process starts.</summary>
public enum MigrateMode
{
    /// <summary>They are created and brought up to date; processes that start together wait for one another.</summary>
    OnStart,

    /// <summary>They are compared: a process does not start on tables that are older than it needs.</summary>
    Check,

    /// <summary>They are taken as they are; only a newer version is refused.</summary>
    Never,
}
