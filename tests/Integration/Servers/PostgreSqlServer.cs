using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Commerce.Integration.Servers;

/// <summary>
/// A PostgreSQL server of our own on a free port of 127.0.0.1, with its files in a temporary directory. Tests share
/// one for the whole run and take a database each; a test that stops the server starts its own.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(StartAsync);

    private readonly string _binaries;
    private readonly string _directory;
    private readonly int _port;
    private readonly Process _undertaker;
    private Process? _process;
    private int _databases;

    private PostgreSqlServer(string binaries, string directory, int port)
    {
        _binaries = binaries;
        _directory = directory;
        _port = port;
        _undertaker = StartUndertaker(directory);
        ConnectionString = ConnectionStringOf("postgres");
    }

    /// <summary>Gets the address of the server's first database, for what needs no database of its own.</summary>
    public string ConnectionString { get; }

    /// <summary>Gets the id of the server's process.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The server is stopped.");

    private string Data => Path.Combine(_directory, "data");

    private string Log => Path.Combine(_directory, "server.log");

    /// <summary>Gives the server that the tests of this process share; the first call starts it.</summary>
    public static Task<PostgreSqlServer> SharedAsync() => Shared.Value;

    /// <summary>Starts another server. It ends with this process at the latest.</summary>
    public static async Task<PostgreSqlServer> StartAsync()
    {
        var binaries = Binaries();
        var directory = Directory.CreateTempSubdirectory("commerce-postgresql-").FullName;
        var server = new PostgreSqlServer(binaries, directory, FreePort());
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres:", directory]);
        }

        await RunAsync(server.Command(
            "initdb", "--pgdata", server.Data, "--username", "postgres", "--auth", "trust", "--locale", "C.UTF-8", "--encoding", "UTF8",
            "--no-sync"));
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionStringOf(name);
    }

    /// <summary>Stops the server; its data stay.</summary>
    /// <param name="immediate">Whether it stops like a crash, without writing anything down.</param>
    public async Task StopAsync(bool immediate = false)
    {
        if (_process is { } process)
        {
            await RunAsync("kill", [immediate ? "-QUIT" : "-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Starts the stopped server again, on the same port.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("The server runs already.");
        }

        // The shell puts the log into a file and becomes the server, so that the process id is the server's.
        _process = Process.Start(new ProcessStartInfo("/bin/sh",
        [
            "-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", Log,
            .. Command(
                "postgres", "-D", Data, "-k", _directory, "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture),
                "-c", "max_connections=200", "-c", "shared_buffers=128MB", "-c", "fsync=on", "-c", "synchronous_commit=on"),
        ]))!;

        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || waited.Elapsed > StartDeadline)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync(Log)}");
            }

            await Task.Delay(50);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(immediate: true);
        _undertaker.StandardInput.Close();
        _undertaker.Dispose();
    }

    private static string Binaries() => Directory.Exists(Installed)
        && Directory.GetDirectories(Installed)
            .Where(version => File.Exists(Path.Combine(version, "bin", "postgres")))
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .FirstOrDefault() is { } newest
        ? Path.Combine(newest, "bin")
        : throw new InvalidOperationException($"These tests need a PostgreSQL server, and {Installed} has none: run eng/tools.");

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsync(string[] command) => RunAsync(command[0], command[1..]);

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Trim()}");
        }
    }

    /// <summary>PostgreSQL refuses to run as root: then it runs as its own user.</summary>
    private string[] Command(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        return Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", path, .. arguments]
            : [path, .. arguments];
    }

    private string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "postgres",
        Database = database,
    }.ConnectionString;

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Timeout=5");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>
    /// Test hosts are killed before they could clean up. So a shell waits for the end of its input, which is the end of
    /// this process however it comes, then stops the server and removes its files.
    /// </summary>
    private static Process StartUndertaker(string directory)
    {
        const string script =
            """
            exec 3<&0
            (
              trap '' INT TERM HUP
              cat <&3
              if pid=$(head -n 1 "$0/data/postmaster.pid"); then
                kill -QUIT "$pid"
                while kill -0 "$pid"; do sleep 0.1; done
              fi
              rm -rf "$0"
            ) >/dev/null 2>&1 &
            """;
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script, directory]) { RedirectStandardInput = true })!;
    }
}
