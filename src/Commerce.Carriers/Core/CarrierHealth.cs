using System.Collections.Concurrent;
using System.Globalization;

namespace Commerce.Carriers;

/// <summary>Remembers which accounts fail, so that no parcel is given to a carrier that does not answer. Safe for many threads.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class CarrierHealth(TimeProvider clock)
{
    private const int FailuresInARow = 3;
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset LastFailure)> _accounts = new(StringComparer.Ordinal);

    /// <summary>Gets how long an account rests after its last failure.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Tells that a call was answered, be it with a refusal.</summary>
    /// <param name="account">The account.</param>
    public void ReportAnswer(string account) => _accounts.TryRemove(account, out _);

    /// <summary>Tells that a call failed technically.</summary>
    /// <param name="account">The account.</param>
    public void ReportFailure(string account)
    {
        var now = clock.GetUtcNow();
        _accounts.AddOrUpdate(account, (1, now), (_, before) => (before.Failures + 1, now));
    }

    /// <summary>Tells why an account rests.</summary>
    /// <param name="account">The account.</param>
    /// <returns>The reason; <see langword="null"/> when it is healthy.</returns>
    public string? Objection(string account) =>
        _accounts.TryGetValue(account, out var state) && state.Failures >= FailuresInARow && clock.GetUtcNow() - state.LastFailure < Rest
            ? string.Create(CultureInfo.InvariantCulture, $"it failed {state.Failures} times in a row, last at {state.LastFailure:HH:mm:ss} UTC")
            : null;
}
