namespace Commerce;

/// <summary>What a store says to one who wants to handle a call.</summary>
public enum WebhookClaim
{
    /// <summary>It is new: handle it.</summary>
    Granted,

    /// <summary>Somebody handles it now.</summary>
    InProgress,

    /// <summary>It was handled.</summary>
    Done,
}
