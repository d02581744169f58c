
namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers the agents that buy goods.</summary>
internal static class SuppliersSetup
{
    internal static AgentsBuilder AddSuppliers(this AgentsBuilder agents)
    {
        return agents
            .AddOptions<SupplierOptions, SupplierOptionsValidator>()
            .AddEntity<Supplier>(entity => entity.Index(supplier => supplier.Code))
            .AddEntity<SupplierProduct>(entity => entity.Index(product => product.Sku, product => product.Supplier))
            .AddEntity<PurchaseOrder>(entity => entity
                .Index(order => order.Supplier, order => order.SentAt)
                .Index(order => order.Warehouse, order => order.Status)
                .Index(order => order.Number))
            .AddDecisions()
            .AddAgent<SupplierAgent, SupplierDrafts>(InventoryAgentsBuilderExtensions.SupplierAgentName, agent => agent
                .Handles<RegisterSupplier>(message => message.Code)
                .Handles<SetSupplierProduct>(message => message.Supplier)
                .Handles<CreatePurchaseOrder>(message => message.Supplier)
                .Handles<ReorderAfterClosing>(message => message.Supplier)
                .Handles<PurchaseOrderSent>(message => message.Supplier)
                .Handles<PurchaseOrderCancelled>(message => message.Supplier)
                .Handles<GetPerformance>(message => message.Supplier))
            .AddAgent<SourcingAgent, Sourcing>(InventoryAgentsBuilderExtensions.SourcingAgentName, agent => agent
                .Handles<FindBestSupplier>(message => message.Sku.Value)
                .Handles<ReorderRecommended>(message => message.Sku.Value))
            .AddAgent<PurchaseOrderAgent, PurchaseOrderFollowUp>(InventoryAgentsBuilderExtensions.PurchaseOrderAgentName, agent => agent
                .Handles<AddToPurchaseOrder>(message => message.PurchaseOrderId.ToString())
                .Handles<SendPurchaseOrder>(message => message.PurchaseOrderId.ToString())
                .Handles<PurchaseOrderMergeEnded>(message => message.PurchaseOrderId.ToString())
                .Handles<ApprovePurchaseOrder>(message => message.PurchaseOrderId.ToString())
                .Handles<ConfirmPurchaseOrder>(message => message.PurchaseOrderId.ToString())
                .Handles<ReceivePurchaseOrder>(message => message.PurchaseOrderId.ToString())
                .Handles<ReceiveInbound>(message => message.PurchaseOrderId.ToString())
                .Handles<CancelPurchaseOrder>(message => message.PurchaseOrderId.ToString())
                .Handles<CheckPurchaseOrderOverdue>(message => message.PurchaseOrderId.ToString()))
            .Commands<RegisterSupplier>().Commands<SetSupplierProduct>().Commands<CreatePurchaseOrder>().Commands<ReorderAfterClosing>()
            .Commands<GetPerformance>().Commands<FindBestSupplier>().Commands<AddToPurchaseOrder>().Commands<SendPurchaseOrder>()
            .Commands<ApprovePurchaseOrder>().Commands<ConfirmPurchaseOrder>().Commands<ReceivePurchaseOrder>().Commands<CancelPurchaseOrder>();
    }
}
