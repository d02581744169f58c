namespace Commerce.Marketplaces;

/// <summary>What a seller can say of a return.</summary>
public enum ReturnVerdict
{
    /// <summary>Send it back.</summary>
    Accept,

    /// <summary>Keep it.</summary>
    Refuse,

    /// <summary>It arrived.</summary>
    ConfirmReceipt,

    /// <summary>It is settled.</summary>
    Close,
}
