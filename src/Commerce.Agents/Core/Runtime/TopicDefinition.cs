namespace Commerce.Agents.Runtime;

/// <summary>The topic on which other systems hear of a message.</summary>
internal sealed record TopicDefinition(string Name, Func<IMessage, string?> Key);
