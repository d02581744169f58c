using Commerce.Agents.Domain;

namespace Commerce.Agents.Tests.Domain;

/// <summary>Walks a state machine.</summary>
internal static class Steps
{
    /// <summary>Lists every step that a table allows, as "From > To", in order.</summary>
    internal static IEnumerable<string> Of<TStatus>(Transitions<TStatus> table)
        where TStatus : struct, Enum =>
        from one in Enum.GetValues<TStatus>()
        from other in Enum.GetValues<TStatus>()
        where table.Refuse(one, other) is null
        let step = $"{one} > {other}"
        orderby step
        select step;
}
