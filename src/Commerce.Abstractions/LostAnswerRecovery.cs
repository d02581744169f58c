namespace Commerce;

/// <summary>What to do when an operation that buys or moves something was sent and no answer came.</summary>
public enum LostAnswerRecovery
{
    /// <summary>Nothing can be known: a person must look before it is sent again.</summary>
    None,

    /// <summary>Look the operation key up first; send again only when the vendor does not know it.</summary>
    LookUpByReference,

    /// <summary>Send again with the same operation key: the vendor gives the first answer again.</summary>
    RepeatIsSafe,
}
