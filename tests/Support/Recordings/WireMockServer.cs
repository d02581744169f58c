using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Commerce.Tests.Support.Recordings;

/// <summary>
/// The real WireMock, serving the mappings of one vendor from <c>tests/Recordings/&lt;vendor&gt;</c>. One process for one test class; every
/// mapping there must be asked for by some test of that class.
/// </summary>
/// <param name="vendor">The folder.</param>
public abstract partial class WireMockServer(string vendor) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _process;
    private HttpClient _admin = null!;
    private RecordingEdge? _edge;

    /// <summary>Gets where the vendor is played.</summary>
    public Uri Address { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("java") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            ["-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", Directory.GetFiles(
                Repository.PathOf("artifacts", "node", "node_modules", "wiremock", "build"), "wiremock-standalone-*.jar").Single(),
            "--port", "0", "--bind-address", "127.0.0.1", "--disable-banner", "--root-dir", Repository.PathOf("tests", "Recordings", vendor)])
        {
            start.ArgumentList.Add(argument);
        }

        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Address = new Uri($"http://127.0.0.1:{await listening.Task.WaitAsync(TimeSpan.FromSeconds(60))}/");
            _admin = new HttpClient { BaseAddress = new Uri(Address, "__admin/") };
        }
        catch
        {
            await StopAsync();
            throw;
        }

        void Read(string? line)
        {
            if (line is null)
            {
                listening.TrySetException(new InvalidOperationException($"WireMock has ended: {string.Join('\n', _lines)}"));
                return;
            }

            _lines.Enqueue(line);
            if (Port().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(int.Parse(match.Groups[1].ValueSpan));
            }
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        try
        {
            // What breaks off is not always written down by WireMock, so it cannot be told whether a fault was asked for.
            var unused = (await _admin.GetFromJsonAsync<JsonElement>("mappings/unmatched")).GetProperty("mappings").EnumerateArray()
                .Where(mapping => !mapping.GetProperty("response").TryGetProperty("fault", out _))
                .Select(mapping => mapping.GetProperty("name").GetString())
                .ToList();
            Assert.True(unused.Count == 0, $"No test asks for these mappings of {vendor}: {string.Join(", ", unused)}");
        }
        finally
        {
            await StopAsync();
        }
    }

    /// <summary>Makes what sits at the client's edge: it marks the requests of this test, and counts what is sent.</summary>
    /// <returns>The handler, for <c>AddHttpMessageHandler</c>.</returns>
    public DelegatingHandler Edge() => _edge = new RecordingEdge(Guid.NewGuid().ToString("N"));

    /// <summary>Starts scenarios anew.</summary>
    /// <returns>Nothing.</returns>
    public async Task ResetAsync() => (await _admin.PostAsync("scenarios/reset", null)).EnsureSuccessStatusCode();

    /// <summary>Counts what the client sent, whatever became of it.</summary>
    /// <param name="path">Leaves out requests to other addresses than those that contain this.</param>
    /// <returns>How many.</returns>
    public int Sent(string path = "") => _edge!.Sent.Count(address => address.Contains(path, StringComparison.Ordinal));

    /// <summary>Gets what WireMock received from the last <see cref="Edge"/>, oldest first.</summary>
    /// <param name="path">Leaves out requests to other addresses than those that contain this.</param>
    /// <returns>The requests.</returns>
    public async Task<IReadOnlyList<ReceivedRequest>> RequestsAsync(string path = "")
    {
        var journal = await _admin.GetFromJsonAsync<JsonElement>("requests");
        return [.. journal.GetProperty("requests").EnumerateArray()
            .Select(entry => ReceivedRequest.Read(entry.GetProperty("request")))
            .Where(request => request.Header(RecordingEdge.Mark) == _edge!.Test && request.Url.Contains(path, StringComparison.Ordinal))
            .Reverse()];
    }

    [GeneratedRegex(@"^port:\s+([0-9]+)")]
    private static partial Regex Port();

    private async Task StopAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _admin?.Dispose();
    }
}
