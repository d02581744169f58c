namespace Commerce.Payments;

/// <summary>A capture in the platform's books, written down before it is sent.</summary>
public sealed record CaptureRecord
{
    /// <summary>Gets the platform's name of the capture.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>Gets how much; everything that was held when not given.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets what had been taken before it.</summary>
    public required Money Before { get; init; }

    /// <summary>Gets when it was first sent, or was about to be.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Gets a value indicating whether the gateway answered: it is never sent again.</summary>
    public bool IsAnswered { get; init; }
}
