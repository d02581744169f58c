namespace Commerce.Testing.Sandbox;

internal sealed record ColissimoSandboxParcel(string Number, string Product, DateTimeOffset CreatedAt, string PostalCode, decimal Kilograms);
