namespace Commerce.Testing.Sandbox;

/// <summary>A call that reached the sandbox.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Operation">The operation.</param>
/// <param name="At">When, by the sandbox's clock.</param>
/// <param name="Fault">How it went wrong, when it did.</param>
public sealed record SandboxCall(string Vendor, string Operation, DateTimeOffset At, SandboxFault? Fault);
