namespace Commerce.Agents.Storage;

/// <summary>A transaction of the store in which one message is handled, for handlers that write tables of their own. Disposed without a commit, it is rolled back.</summary>
public interface IAgentTransaction : IAsyncDisposable;
