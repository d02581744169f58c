namespace Commerce.Agents;

/// <summary>The points between which a process can die; each has a test that dies there.</summary>
public enum CrashPoint
{
    /// <summary>Messages were taken from the transport.</summary>
    AfterReceive,

    /// <summary>States and known messages were read.</summary>
    AfterLook,

    /// <summary>A handler has returned.</summary>
    AfterRun,

    /// <summary>A call outside was announced and not yet made.</summary>
    AfterIntent,

    /// <summary>A call outside was made and its outcome not yet written down.</summary>
    AfterCall,

    /// <summary>The outcome of a call outside was written down.</summary>
    AfterOutcome,

    /// <summary>Everything is ready to be committed.</summary>
    BeforeCommit,

    /// <summary>Everything was committed and not yet acknowledged to the transport.</summary>
    AfterCommit,

    /// <summary>Everything was acknowledged; its messages were not yet handed to the transport.</summary>
    AfterAcknowledge,

    /// <summary>What was acknowledged was committed to the broker.</summary>
    AfterOffsets,

    /// <summary>Messages were read from the outbox and not yet handed to the broker.</summary>
    BeforeSend,

    /// <summary>Some of the messages were handed to the broker, others not yet.</summary>
    DuringSend,

    /// <summary>Messages were handed to the transport and not yet taken out of the outbox.</summary>
    AfterSend,

    /// <summary>A scheduled message was moved to the outbox.</summary>
    AfterSchedule,
}
