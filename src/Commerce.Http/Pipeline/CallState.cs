namespace Commerce.Http.Pipeline;

/// <summary>What the handlers of one call tell each other.</summary>
internal sealed class CallState(VendorOperation operation)
{
    private static readonly HttpRequestOptionsKey<CallState> Key = new("Commerce.Http.CallState");

    internal VendorOperation Operation { get; } = operation;

    /// <summary>Gets or sets the timestamp at which the call's time is up.</summary>
    internal DateTimeOffset Deadline { get; set; } = DateTimeOffset.MaxValue;

    internal int Attempts { get; set; }

    internal bool MayHaveHappened { get; set; }

    internal static CallState Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var state)
        ? state
        : throw new InvalidOperationException("This request did not come through a VendorChannel: send it with one.");

    internal static void Set(HttpRequestMessage request, VendorOperation operation) =>
        request.Options.Set(Key, new CallState(operation));

    internal TimeSpan Remaining(TimeProvider clock)
    {
        var remaining = Deadline - clock.GetUtcNow();
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }
}
