namespace Commerce.Testing.Sandbox;

/// <summary>The list of doubles: a new vendor is added here and nowhere else.</summary>
internal static class SandboxVendors
{
    internal static IReadOnlyList<SandboxVendor> Create(TimeProvider clock) => [new UpsSandbox(clock), new ChronopostSandbox(clock), new ColissimoSandbox(clock), new StripeSandbox(clock), new MiraklSandbox(clock)];
}
