using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Adds the payment context.</summary>
public static class PaymentsAgentsBuilderExtensions
{
    /// <summary>The name of the payment agent; keys are order ids.</summary>
    public const string PaymentAgentName = "payments";

    /// <summary>The name of the agent that watches the gateway.</summary>
    public const string GatewayHealthAgentName = "gateway-health";

    /// <summary>The name of the agent that assesses orders; keys are customers.</summary>
    public const string FraudAgentName = "fraud";

    /// <summary>The name of the agent that follows assessed orders; keys are order ids.</summary>
    public const string FraudCaseAgentName = "fraud-cases";

    /// <summary>The name of the agent that sets and ends blocks; keys are kinds of blocks.</summary>
    public const string BlockListAgentName = "block-list";

    /// <summary>The name of the tax agent; keys are sellers.</summary>
    public const string TaxAgentName = "tax";

    /// <summary>
    /// Adds the agents that judge risk, calculate tax and move money. Needs a registered <see cref="Commerce.Payments.IPaymentGateway"/>.
    /// Network addresses and VAT numbers are looked up by the registered <see cref="INetworkReputation"/> and <see cref="IVatNumberValidator"/>.
    /// </summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddPayments(this AgentsBuilder agents, Action<PaymentAgentOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.AddOptions<PaymentAgentOptions, PaymentAgentOptionsValidator>(configure);
        agents.Services.TryAddSingleton<INetworkReputation, ListedNetworks>();
        agents.Services.TryAddSingleton<IVatNumberValidator, VatFormatValidator>();
        agents.Services.TryAddSingleton<ITaxExemptionBook, TaxExemptionBook>();
        return agents
            .AddRisk()
            .AddTax()
            .AddAgent<GatewayHealthAgent, GatewayHealth>(GatewayHealthAgentName, static agent => agent.Handles<CheckGateway>(static _ => GatewayHealthAgent.Key))
            .AddRecurring("gateway-health", "*/5 * * * *", "UTC", static () => new CheckGateway(), MissedRuns.Skip)
            .AddAgent<PaymentAgent, OrderPayment>(PaymentAgentName, agent => agent
                .Handles<AuthorizePayment>(message => message.OrderId.ToString())
                .Handles<ShipmentCreated>(message => message.OrderId.ToString())
                .Handles<ReversePayment>(message => message.OrderId.ToString())
                .Handles<RefundRequested>(message => message.OrderId.ToString())
                .Handles<DecideRefund>(message => message.OrderId.ToString())
                .Handles<ExecuteRefund>(message => message.OrderId.ToString())
                .Handles<CheckRefund>(message => message.OrderId.ToString())
                .Handles<RenewAuthorization>(message => message.OrderId.ToString())
                .Handles<ExpireAuthorization>(message => message.OrderId.ToString())
                .Handles<OrderHoldReleased>(message => message.OrderId.ToString()))
            .Commands<AuthorizePayment>().Commands<ReversePayment>().Commands<DecideRefund>()
            .Commands<ExecuteRefund>().Commands<CheckRefund>().Commands<RenewAuthorization>().Commands<ExpireAuthorization>().Commands<CheckGateway>();
    }

    private static AgentsBuilder AddRisk(this AgentsBuilder agents) => agents
        .AddDecisions()
        .AddEntity<FraudCheck>(entity => entity.Index(check => check.Customer).Index(check => check.Outcome))
        .AddEntity<ReviewCase>(entity => entity.Index(review => review.Status, review => review.DueAt))
        .AddEntity<BlockedEntity>(entity => entity.Index(block => block.Kind))
        .AddAgent<FraudAgent, BuyerHistory>(FraudAgentName, agent => agent
            .Handles<AssessOrder>(message => message.Customer)
            .Handles<RecordBuyerEvent>(message => message.Customer)
            .Handles<GetCustomerHistory>(message => message.Customer))
        .AddAgent<FraudCaseAgent, FraudCase>(FraudCaseAgentName, agent => agent
            .Handles<FraudAssessed>(message => message.OrderId.ToString())
            .Handles<DecideReview>(message => message.OrderId.ToString())
            .Handles<CheckReviewDue>(message => message.OrderId.ToString())
            .Handles<ExpireReview>(message => message.OrderId.ToString())
            .Handles<OrderCancelled>(message => message.OrderId.ToString())
            .Handles<OrderDelivered>(message => message.OrderId.ToString())
            .Handles<DisputeOpened>(message => message.OrderId.ToString())
            .Handles<DisputeResolved>(message => message.OrderId.ToString())
            .Handles<GetAssessment>(message => message.OrderId.ToString()))
        .AddAgent<BlockListAgent, BlockList>(BlockListAgentName, agent => agent
            .Handles<BlockEntity>(message => message.Kind.ToString())
            .Handles<UnblockEntity>(message => message.Kind.ToString()))
        .Commands<AssessOrder>().Commands<RecordBuyerEvent>().Commands<GetCustomerHistory>().Commands<DecideReview>().Commands<GetAssessment>()
        .Commands<BlockEntity>().Commands<UnblockEntity>();

    private static AgentsBuilder AddTax(this AgentsBuilder agents) => agents
        .AddEntity<TaxCalculation>(entity => entity.Index(entry => entry.Seller, entry => entry.Jurisdiction, entry => entry.Date))
        .AddEntity<TaxCredit>(entity => entity
            .Index(entry => entry.OrderId)
            .Index(entry => entry.Seller, entry => entry.Jurisdiction, entry => entry.Date))
        .AddEntity<TaxExemption>(entity => entity.Index(entry => entry.Customer))
        .AddAgent<TaxAgent, TaxLedger>(TaxAgentName, agent => agent
            .Handles<CalculateTax>(message => message.Seller)
            .Handles<CreditTax>(message => message.Seller)
            .Handles<ValidateTaxId>(message => message.Seller)
            .Handles<GrantExemption>(message => message.Seller)
            .Handles<RevokeExemption>(message => message.Seller)
            .Handles<ReportTax>(message => message.Seller))
        .Commands<CalculateTax>().Commands<CreditTax>().Commands<ValidateTaxId>().Commands<GrantExemption>().Commands<RevokeExemption>()
        .Commands<ReportTax>();
}
