namespace Commerce.Agents.Domain;

/// <summary>A state machine: which status may follow which. What is not listed is refused.</summary>
/// <typeparam name="TStatus">The statuses.</typeparam>
/// <param name="subject">What has the status, in the words of a refusal: "order", "pick list".</param>
/// <param name="table">Each status with those that may follow; one that is missing is an end.</param>
public sealed class Transitions<TStatus>(string subject, IReadOnlyDictionary<TStatus, TStatus[]> table)
    where TStatus : struct, Enum
{
    /// <summary>Tells whether something may go from one status to another.</summary>
    /// <param name="from">Where it is.</param>
    /// <param name="to">Where it would go.</param>
    /// <returns>Whether that is listed.</returns>
    public bool Allows(TStatus from, TStatus to) => table.TryGetValue(from, out var next) && Array.IndexOf(next, to) >= 0;

    /// <summary>Tells why something may not go from one status to another.</summary>
    /// <param name="from">Where it is.</param>
    /// <param name="to">Where it would go.</param>
    /// <returns>The refusal; nothing when the step is listed.</returns>
    public Refusal? Refuse(TStatus from, TStatus to)
    {
        if (Allows(from, to))
        {
            return null;
        }

        var next = table.TryGetValue(from, out var listed) && listed.Length > 0 ? $"only {string.Join(", ", listed)} may follow" : "nothing follows it";
        return new Refusal(RefusalCode.InvalidTransition, $"The {subject} is {from} and cannot become {to}: {next}.") { Field = "Status" };
    }
}
