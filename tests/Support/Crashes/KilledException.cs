namespace Commerce.Tests.Support.Crashes;

#pragma warning disable CA1032, CA1064 // Thrown and seen in tests of crashes only.
public sealed class KilledException() : Exception("The process was killed.");
