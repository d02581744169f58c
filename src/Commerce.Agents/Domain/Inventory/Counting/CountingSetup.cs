namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers the agent that counts.</summary>
internal static class CountingSetup
{
    internal static AgentsBuilder AddCounting(this AgentsBuilder agents) => agents
        .AddOptions<CountingOptions, CountingOptionsValidator>()
        .AddEntity<CycleCount>(static entity => entity.Index(static count => count.Warehouse, static count => count.Status))
        .AddDecisions()
        .AddAgent<CycleCountAgent, CountProgress>(InventoryAgentsBuilderExtensions.CycleCountAgentName, static agent => agent
            .Handles<StartCycleCount>(static message => message.CountId.ToString())
            .Handles<SubmitCount>(static message => message.CountId.ToString())
            .Handles<StockMeasured>(static message => message.CountId.ToString())
            .Handles<ApproveVariance>(static message => message.CountId.ToString())
            .Handles<StockCorrected>(static message => message.CountId.ToString()))
        .Commands<StartCycleCount>().Commands<SubmitCount>().Commands<ApproveVariance>().Commands<MeasureStock>().Commands<CorrectStock>();
}
