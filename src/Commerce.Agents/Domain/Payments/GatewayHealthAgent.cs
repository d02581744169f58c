using Commerce.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>
/// Asks the gateway every five minutes for a refund that does not exist, and tells when it stops answering or answers again; its only key is
/// <see cref="Key"/>.
/// </summary>
/// <param name="services">Where the gateway is found.</param>
/// <param name="options">Which gateway, and what is slow.</param>
public sealed class GatewayHealthAgent(IServiceProvider services, IOptions<PaymentAgentOptions> options) : IHandle<CheckGateway, GatewayHealth>
{
    /// <summary>The key.</summary>
    public const string Key = "gateway";

    // One answer that is lost or late is no outage (PLT-3: a condition is away when two looks say so).
    private const int Looks = 2;
    private const string AgainTimer = "again";

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private static readonly GatewayRefundId Nothing = new("re_none");

    /// <inheritdoc/>
    public async Task HandleAsync(CheckGateway message, AgentContext<GatewayHealth> context, CancellationToken cancellationToken)
    {
        // A host that only judges risk or calculates tax has none.
        if (services.GetKeyedService<IPaymentGateway>(options.Value.Gateway) is not { } gateway)
        {
            return;
        }

        var started = context.Clock.GetTimestamp();
        var isAnswered = await AnswersAsync(gateway, cancellationToken).ConfigureAwait(false);
        var latency = context.Clock.GetElapsedTime(started);
        var isHealthy = isAnswered && latency <= options.Value.SlowGateway;
        var health = context.State;
        if (isHealthy == health.IsHealthy)
        {
            if (health.LooksAgainst > 0)
            {
                context.State = health with { LooksAgainst = 0 };
            }
        }
        else if (health.LooksAgainst + 1 < Looks)
        {
            context.State = health with { LooksAgainst = health.LooksAgainst + 1 };
            context.Schedule(message, LookAgain, AgainTimer);
        }
        else
        {
            context.State = new GatewayHealth { IsHealthy = isHealthy };
            context.Publish(new GatewayHealthChanged(options.Value.Gateway, isHealthy, latency));
        }
    }

    private static async Task<bool> AnswersAsync(IPaymentGateway gateway, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.FindRefundAsync(Nothing, null, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CommerceException exception)
        {
            // Who refuses the question answers; who is away, or does not let us in, takes no money.
            return exception.Kind is CommerceErrorKind.Invalid or CommerceErrorKind.NotFound or CommerceErrorKind.Conflict;
        }
    }
}
