namespace Commerce.Payments;

/// <summary>What may be tried after a decline.</summary>
public enum DeclineAdvice
{
    /// <summary>Give this method up; another one may work.</summary>
    TryAnotherMethod,

    /// <summary>The buyer corrects what they typed.</summary>
    CorrectDetails,

    /// <summary>The same again, later.</summary>
    RetryLater,

    /// <summary>The buyer authenticates.</summary>
    Authenticate,

    /// <summary>Nothing: do not try again.</summary>
    DoNotRetry,
}
