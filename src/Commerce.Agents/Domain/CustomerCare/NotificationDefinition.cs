namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What a template is for.</summary>
/// <param name="Kind">Why it is sent.</param>
/// <param name="Category">What it is about: the word by which recipients turn service and marketing notifications off.</param>
/// <param name="Channels">The channels, best first. Transactional notifications go by any other when none of these is open.</param>
/// <param name="Values">The names of its values: all must be given to send it.</param>
public sealed record NotificationDefinition(
    NotificationKind Kind, string Category, IReadOnlyList<string> Channels, IReadOnlyList<string> Values);
