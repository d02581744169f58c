using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain;

/// <summary>Registers the options of a context.</summary>
internal static class ContextOptions
{
    /// <summary>Adds options that are checked at the start.</summary>
    internal static AgentsBuilder AddOptions<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator>(this AgentsBuilder agents, Action<TOptions>? configure = null)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        agents.Services.AddOptions<TOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        agents.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        return agents;
    }
}
