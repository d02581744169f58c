using System.Reflection;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Marketplaces;

namespace Commerce.Agents.Tests.Domain.Json;

/// <summary>Everything that the domain's agents store or send.</summary>
internal static class StoredTypes
{
    /// <summary>What handlers give to <see cref="AgentContext.OnceAsync"/>.</summary>
    internal static readonly Type[] Outcomes =
        [typeof(RateResult), typeof(LabelPurchase), typeof(PaymentAnswer), typeof(DecisionAnswer), typeof(OfferBatch)];

    /// <summary>What handlers reply.</summary>
    internal static readonly Type[] Replies = [typeof(OrderReceipt)];

    internal static readonly Assembly Domain = typeof(OrderAgent).Assembly;

    internal static IEnumerable<Type> Messages => Domain.GetExportedTypes().Where(type => typeof(IMessage).IsAssignableFrom(type));

    internal static IEnumerable<Type> States => Domain.GetTypes()
        .SelectMany(type => type.GetInterfaces())
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IHandle<,>))
        .Select(type => type.GetGenericArguments()[1])
        .Distinct();

    internal static IEnumerable<Type> Entities => Domain.GetExportedTypes().Where(type => typeof(IEntity).IsAssignableFrom(type));

    internal static IEnumerable<Type> All => [.. Messages, .. States, .. Entities, .. Outcomes, .. Replies];

    /// <summary>Reads the outcomes from the compiled calls: the table of generic methods that the assembly calls has them all.</summary>
    internal static IEnumerable<Type> CompiledOutcomes()
    {
        const int firstCall = 0x2B000001;
        for (var call = firstCall; ; call++)
        {
            MethodBase? method;
            try
            {
                method = Domain.ManifestModule.ResolveMethod(call);
            }
            catch (ArgumentOutOfRangeException)
            {
                yield break;
            }
            catch (ArgumentException)
            {
                // A call within a generic method or type: no handler is one.
                continue;
            }
            catch (BadImageFormatException)
            {
                continue;
            }

            if (method?.Name == nameof(AgentContext.OnceAsync))
            {
                yield return method.GetGenericArguments()[0];
            }
        }
    }
}
