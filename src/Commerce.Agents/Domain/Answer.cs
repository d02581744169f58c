namespace Commerce.Agents.Domain;

/// <summary>What an agent answers to a command that has no answer of its own.</summary>
/// <param name="Id">What the command was about, or what it made.</param>
/// <param name="Refusals">Every objection with its field; empty when the command was carried out.</param>
public sealed record Answer(string Id, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Says that a command was carried out.</summary>
    /// <param name="id">What it was about, or what it made.</param>
    /// <returns>The answer.</returns>
    public static Answer Done(string id) => new(id, []);

    /// <summary>Says why a command was not carried out.</summary>
    /// <param name="id">What it was about.</param>
    /// <param name="refusals">Every objection.</param>
    /// <returns>The answer.</returns>
    public static Answer Refused(string id, params IReadOnlyList<Refusal> refusals) => new(id, refusals);
}
