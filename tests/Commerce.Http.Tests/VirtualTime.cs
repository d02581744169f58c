using Commerce.Testing;

namespace Commerce.Http.Tests;

internal static class VirtualTime
{
    /// <summary>Moves the clock whenever somebody waits for something near, until the call has ended.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="call">The call.</param>
    /// <param name="within">What counts as near: less than the 15 s of an attempt, unless the test waits for deadlines.</param>
    /// <returns>The outcome of the call.</returns>
    internal static async Task<T> RunAsync<T>(this FakeClock clock, Task<T> call, TimeSpan? within = null)
    {
        while (await Task.WhenAny(call, clock.WhenTimerAsync(within ?? TimeSpan.FromSeconds(10))) != call)
        {
            clock.AdvanceTo(clock.NextTimer!.Value);
        }

        return await call;
    }
}
