using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Commerce.Tests.Support;

/// <summary>Keeps every log line, with every value that was logged.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Gets the lines: the event's number, the words, the exception.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Gets all of them as one text.</summary>
    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
