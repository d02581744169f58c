using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;

namespace Commerce.Samples.Platform.Api;

/// <summary>Shows stock and decisions.</summary>
internal static class LookupEndpoints
{
    internal static void MapLookups(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stock/{sku}", StockAsync).WithName("GetStock").WithSummary("Shows the stock of a product in a warehouse: the main one when none is named.")
            .Produces<StockView>().ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status404NotFound);
        api.MapGet("/decisions", DecisionsAsync).WithName("ListDecisions").WithSummary("Shows what agents decided about an order or product, with the parts and the reason.")
            .Produces<PageView<DecisionView>>().ProducesValidationProblem();
    }

    private static async Task<IResult> StockAsync(string sku, IAgentStates states, string? warehouse = null)
    {
        var fields = new Fields();
        var product = fields.Parse<Sku>("sku", sku, 64, "give the SKU without blanks around it");
        var place = new StockPlace(product, warehouse is null ? StockPlace.Main : fields.Text("warehouse", warehouse, 32));
        if (fields.Refusals.Count > 0)
        {
            return Problems.Of(fields.Refusals);
        }

        return await states.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, place.Key) is { } level
            ? Results.Ok(new StockView(sku, place.Warehouse, level.OnHand, level.Reserved, level.Available, level.Status.ToString()))
            : Problems.NotFound("sku", "This warehouse never had the product.");
    }

    private static async Task<IResult> DecisionsAsync(HttpContext http, IRepository<Decision> decisions, string? subject = null, string? kind = null, string? limit = null)
    {
        var fields = new Fields();
        var about = fields.Text("subject", subject, 100);
        var which = kind is null ? null : fields.Text("kind", kind, 50);
        var size = fields.Number("limit", limit, 1, 100, 20);
        if (fields.Refusals.Count > 0)
        {
            return Problems.Of(fields.Refusals);
        }

        var page = await decisions.ListAsync(new EntityQuery<Decision>
        {
            Where = which is null ? decision => decision.Subject == about : decision => decision.Subject == about && decision.Kind == which,
            OrderBy = static decision => decision.At,
            Limit = size,
            Tenant = ApiKeys.TenantOf(http),
        });
        return Results.Ok(new PageView<DecisionView>(
            [
                .. page.Items.Select(static decision => new DecisionView(
                    decision.Kind,
                    decision.Subject,
                    decision.At,
                    decision.Outcome,
                    decision.Score,
                    [.. decision.Parts.Select(static part => new PartView(part.Name, part.Value, part.Weight))],
                    decision.Reason)),
            ],
            page.Total));
    }
}
