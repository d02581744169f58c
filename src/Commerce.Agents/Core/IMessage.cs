namespace Commerce.Agents;

/// <summary>An immutable record that agents send each other: a command (one owner) or an event (anyone may listen).</summary>
public interface IMessage;
