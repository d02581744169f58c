using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Commerce.Tests.Support;

namespace Commerce.VendorContracts;

/// <summary>Prism playing a vendor from the vendor's own OpenAPI contract. It answers with an error whatever breaks the contract.</summary>
internal sealed class PrismMock : IAsyncDisposable
{
    private readonly Process _process;

    private PrismMock(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    internal Uri Address { get; }

    internal static async Task<PrismMock> StartAsync(string contract)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            [Repository.PathOf("artifacts", "node", "node_modules", "@stoplight", "prism-cli", "dist", "index.js"),
            "mock", "--errors", "--host", "127.0.0.1", "--port", $"{port}", contract])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new List<string>();
        void Read(string? line)
        {
            if (line is null)
            {
                listening.TrySetException(new InvalidOperationException($"Prism has ended: {string.Join('\n', lines)}"));
                return;
            }

            lines.Add(line);
            if (line.Contains("listening", StringComparison.OrdinalIgnoreCase))
            {
                listening.TrySetResult();
            }
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => lines.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var mock = new PrismMock(process, new Uri($"http://127.0.0.1:{port}/"));
        try
        {
            await listening.Task.WaitAsync(TimeSpan.FromSeconds(90));
            return mock;
        }
        catch
        {
            await mock.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
