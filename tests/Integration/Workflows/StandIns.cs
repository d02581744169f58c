using Commerce.Agents;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Samples.Platform;

namespace Commerce.Integration.Workflows;

/// <summary>A return was approved, as the after-sales agent will tell.</summary>
public sealed record ReturnWasApproved(Guid RmaId, OrderId OrderId, string Number) : IMessage;

/// <summary>What the stand-ins keep: nothing.</summary>
public sealed record StandIn;

/// <summary>Takes the part of the after-sales agent, which is not built yet: it asks for the label of an approved return.</summary>
internal sealed class AfterSalesStandIn : IHandle<ReturnWasApproved, StandIn>
{
    public Task HandleAsync(ReturnWasApproved message, AgentContext<StandIn> context, CancellationToken cancellationToken)
    {
        var buyer = Catalogue.Someone("Zoé Martin", "5 avenue du Test", "69002", "Lyon");
        context.Send(new CreateReturnShipment(
            message.RmaId, message.OrderId, message.Number, buyer, [new Parcel { Weight = Weight.FromKilograms(1), Dimensions = new Dimensions(20, 15, 10) }]));
        return Task.CompletedTask;
    }

    internal static void Register(AgentsBuilder agents) => agents.AddAgent<AfterSalesStandIn, StandIn>(
        "after-sales", static agent => agent.Handles<ReturnWasApproved>(static message => message.RmaId.ToString()));
}

/// <summary>Takes the part of the quality agent, which is not built yet: it finds one unit of a delivery broken.</summary>
internal sealed class QualityStandIn : IHandle<InspectionRequested, StandIn>
{
    public Task HandleAsync(InspectionRequested message, AgentContext<StandIn> context, CancellationToken cancellationToken)
    {
        context.Publish(new InspectionCompleted(message.InspectionId, message.Kind, message.Subject, message.Quantity - 1, 1));
        return Task.CompletedTask;
    }

    internal static void Register(AgentsBuilder agents) => agents.AddAgent<QualityStandIn, StandIn>(
        "quality", static agent => agent.Handles<InspectionRequested>(static message => message.InspectionId.ToString()));
}
