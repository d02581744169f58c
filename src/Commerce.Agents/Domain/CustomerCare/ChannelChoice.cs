namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>How a notification goes.</summary>
/// <param name="Channel">The channel; none when it does not go.</param>
/// <param name="WaitUntil">The end of the quiet hours, when it has to wait for that.</param>
/// <param name="Parts">Every channel that was looked at, with 1 for the one that was chosen.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record ChannelChoice(string? Channel, DateTimeOffset? WaitUntil, IReadOnlyList<DecisionPart> Parts, string Reason)
{
    /// <summary>Gets a value indicating whether the first channel was chosen, at once: nothing that needs an explanation.</summary>
    public bool IsPlain => Channel is not null && WaitUntil is null && Parts.Count == 1;
}
