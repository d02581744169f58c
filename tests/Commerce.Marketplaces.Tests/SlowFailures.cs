using Xunit;

namespace Commerce.Marketplaces.Tests;

/// <summary>Failures of calls with a short deadline.</summary>
internal static class SlowFailures
{
    private const int MaxTries = 20;

    /// <summary>Makes a call until it fails after it was sent: on a busy machine the deadline may end before the token is there.</summary>
    internal static async Task<CommerceException> SentAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(call);
        for (var i = 1; failure.WasNeverSent && i < MaxTries; i++)
        {
            failure = await Assert.ThrowsAsync<CommerceException>(call);
        }

        return failure;
    }
}
