namespace Commerce.Agents;

/// <summary>What happens to runs of a recurring job that fell into a time when nothing ran.</summary>
public enum MissedRuns
{
    /// <summary>They are made up for by one run.</summary>
    Once,

    /// <summary>They are left out.</summary>
    Skip,
}
