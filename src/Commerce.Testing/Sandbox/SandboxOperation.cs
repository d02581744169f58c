namespace Commerce.Testing.Sandbox;

internal sealed record SandboxOperation(string Vendor, string Name);
