using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// A web server on 127.0.0.1 that plays the vendors: it keeps what it is told, checks credentials, applies limits, and
/// goes wrong when asked to. It stands for the vendors' protocols, not for their prices or their routes.
/// </summary>
/// <remarks>Every vendor has an address of its own below the server's: <c>http://127.0.0.1:1234/ups/</c>.</remarks>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SandboxHost(WebApplication application, IReadOnlyList<SandboxVendor> vendors, SandboxFaults faults)
    {
        _application = application;
        Vendors = vendors;
        Faults = faults;
        Address = new Uri(application.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
    }

    /// <summary>Gets the address of the server.</summary>
    public Uri Address { get; }

    /// <summary>Gets the vendors that it plays.</summary>
    public IReadOnlyList<SandboxVendor> Vendors { get; }

    /// <summary>Gets what goes wrong next.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="options">The clock, the port and the vendors; a free port, the system's clock and all vendors when not given.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The running server; dispose it to stop it.</returns>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        var vendors = SandboxVendors.Create(options.Clock);
        var faults = new SandboxFaults(options.Clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = 16 * 1024 * 1024;
        });
        builder.Services.AddRoutingCore();

        var application = builder.Build();
        application.UseRouting();
        application.Use(faults.InvokeAsync);
        foreach (var vendor in vendors)
        {
            vendor.Map(application);
        }

        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        return new SandboxHost(application, vendors, faults);
    }

    /// <summary>Finds the address of a vendor, ending with a slash: the base address of its client.</summary>
    /// <param name="vendor">The vendor's name, such as <c>ups</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The sandbox does not play that vendor.</exception>
    public Uri AddressOf(string vendor) => Vendors.Any(known => known.Name == vendor)
        ? new Uri(Address, vendor + "/")
        : throw new ArgumentException($"The sandbox does not play {vendor}: it plays {string.Join(", ", Vendors.Select(known => known.Name))}.", nameof(vendor));

    /// <summary>Finds the double of a vendor, to look into it or to move it on.</summary>
    /// <typeparam name="TVendor">The double's type.</typeparam>
    /// <returns>The double.</returns>
    public TVendor Get<TVendor>()
        where TVendor : SandboxVendor => Vendors.OfType<TVendor>().Single();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }
}
