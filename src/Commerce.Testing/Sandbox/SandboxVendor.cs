using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>The double of one vendor.</summary>
public abstract class SandboxVendor
{
    private protected SandboxVendor(string name, TimeProvider clock)
    {
        Name = name;
        Clock = clock;
    }

    /// <summary>Gets the vendor's name in lower case, which is also the first part of its paths.</summary>
    public string Name { get; }

    private protected TimeProvider Clock { get; }

    private protected Lock Gate { get; } = new();

    internal abstract void Map(IEndpointRouteBuilder routes);

    /// <summary>Maps one operation of the vendor below its own path.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pattern">The vendor's path with route parameters, without a leading slash.</param>
    /// <param name="operation">The name by which faults find it: <c>ship</c>.</param>
    /// <param name="handle">Answers the call.</param>
    private protected void Operation(
        IEndpointRouteBuilder routes, string method, string pattern, string operation, RequestDelegate handle) =>
        routes.MapMethods($"{Name}/{pattern}", [method], handle).WithMetadata(new SandboxOperation(Name, operation));
}
