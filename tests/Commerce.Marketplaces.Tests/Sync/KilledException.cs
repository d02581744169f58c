namespace Commerce.Marketplaces.Tests.Sync;

#pragma warning disable CA1032, CA1064 // Thrown and seen in this folder only.
internal sealed class KilledException() : Exception("The process was killed.");
