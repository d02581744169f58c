using Commerce.Testing.Sandbox;

// Usage: dotnet run [port]. Stops on Ctrl+C.
var port = args.Length > 0 && int.TryParse(args[0], out var given) ? given : 5480;
var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Port = port }).ConfigureAwait(false);
await using var stopping = sandbox.ConfigureAwait(false);
foreach (var vendor in sandbox.Vendors)
{
    Console.WriteLine($"{vendor.Name,-12} {sandbox.AddressOf(vendor.Name)}");
}

var stopped = new TaskCompletionSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopped.TrySetResult();
};
Console.WriteLine("The sandbox runs. Press Ctrl+C to stop it.");
await stopped.Task.ConfigureAwait(false);
