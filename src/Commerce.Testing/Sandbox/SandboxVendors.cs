namespace Commerce.Testing.Sandbox;

/// <summary>The list of doubles: a new vendor is added here and nowhere else.</summary>
internal static class SandboxVendors
{
    internal static IReadOnlyList<SandboxVendor> Create(TimeProvider clock) =>
    [
        new ChronopostSandbox(clock),
        new ColisPriveSandbox(clock),
        new ColissimoSandbox(clock),
        new DpdSandbox(clock),
        new FedExSandbox(clock),
        new UpsSandbox(clock),
        new AmazonSandbox(clock),
        new BackMarketSandbox(clock),
        new CdiscountSandbox(clock),
        new EbaySandbox(clock),
        new MiraklSandbox(clock),
        new RefurbedSandbox(clock),
        new StripeSandbox(clock),
    ];
}
