using Commerce.Agents.Domain.Shipping;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Adds the payment context.</summary>
public static class PaymentsAgentsBuilderExtensions
{
    /// <summary>The name of the payment agent; keys are order ids.</summary>
    public const string PaymentAgentName = "payments";

    /// <summary>Adds the agents that judge risk and move money. Needs a registered <see cref="Commerce.Payments.IPaymentGateway"/>.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddPayments(this AgentsBuilder agents, Action<PaymentAgentOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.Services.AddOptions<PaymentAgentOptions>().Configure(configure ?? (static _ => { }))
            .Validate(static options => !string.IsNullOrWhiteSpace(options.Gateway), "Gateway is empty: give the name of a registered gateway.")
            .ValidateOnStart();
        return agents
            .AddAgent<FraudAgent, BuyerHistory>("fraud", agent => agent.Handles<AssessOrder>(message => message.Customer))
            .AddAgent<PaymentAgent, OrderPayment>(PaymentAgentName, agent => agent
                .Handles<AuthorizePayment>(message => message.OrderId.ToString())
                .Handles<VoidPayment>(message => message.OrderId.ToString())
                .Handles<ShipmentCreated>(message => message.OrderId.ToString()))
            .Commands<AssessOrder>().Commands<AuthorizePayment>().Commands<VoidPayment>();
    }
}
