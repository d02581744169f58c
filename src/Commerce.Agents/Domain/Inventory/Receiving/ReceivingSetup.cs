namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers the agent that takes units in.</summary>
internal static class ReceivingSetup
{
    internal static AgentsBuilder AddReceiving(this AgentsBuilder agents) => agents
        .AddOptions<ReceivingOptions, ReceivingOptionsValidator>()
        .AddEntity<Receipt>(static entity => entity
            .Index(static receipt => receipt.PurchaseOrderId)
            .Index(static receipt => receipt.Warehouse, static receipt => receipt.IsPending))
        .AddSaga<ReceiptAgent, ReceiptWork>(InventoryAgentsBuilderExtensions.ReceiptAgentName, static saga => saga
            .StartedBy<OpenReceipt>(static message => message.ReceiptId.ToString())
            .StartedBy<ExpectReturn>(static message => message.RmaId.ToString())
            .StartedBy<ReceiveReturn>(static message => message.RmaId.ToString())
            .Handles<InspectionCompleted>(static message => message.Subject))
        .AddEntity<ReturnReceipt>(static entity => entity
            .Index(static receipt => receipt.OrderId)
            .Index(static receipt => receipt.IsPending))
        .AddEntity<ShelvedParcel>(static entity => entity.Index(static parcel => parcel.Warehouse, static parcel => parcel.ReceivedAt))
        .Commands<OpenReceipt>().Commands<ReceiveInbound>().Commands<ExpectReturn>().Commands<ReceiveReturn>();
}
