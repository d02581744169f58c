using System.Collections.Concurrent;

namespace Commerce.Agents.Tests.Guides;

/// <summary>The printer of the guides' gift cards, with faults.</summary>
internal sealed class FakePrinter : ICardPrinter
{
    private readonly ConcurrentDictionary<OperationKey, PrintedCard> _printed = new();

    public Exception? Fault { get; set; }

    public bool LosesAnswers { get; set; }

    public int Printed => _printed.Count;

    public int Posted { get; private set; }

    public async Task<PrintedCard> PrintAsync(OperationKey key, string code)
    {
        await Task.Yield();
        return Fault is null ? _printed.GetOrAdd(key, static (_, card) => new PrintedCard($"printed {card}"), code) : throw Fault;
    }

    public Task<PrintedCard?> FindAsync(OperationKey key) => Task.FromResult(_printed.GetValueOrDefault(key));

    public async Task<PostedCard> PostAsync(string code)
    {
        await Task.Yield();
        Posted++;
        return LosesAnswers ? throw new CommerceException(CommerceErrorKind.Unavailable, "The answer was lost.") : new PostedCard($"parcel of {code}");
    }
}
