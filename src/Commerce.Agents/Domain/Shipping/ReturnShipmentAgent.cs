using Commerce.Carriers;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Buys labels for the way back: from the cheapest carrier that sells one.</summary>
/// <param name="carriers">The carriers.</param>
/// <param name="labels">Where labels are kept.</param>
/// <param name="options">The warehouses and the carriers' services for returns.</param>
public sealed class ReturnShipmentAgent(CarrierManager carriers, ILabelStore labels, IOptions<ShippingOptions> options) :
    IHandle<CreateReturnShipment, ReturnShipment>, IHandle<BuyReturnLabel, ReturnShipment>
{
    private const int MaxNumber = 35;

    private readonly LabelDesk _desk = new(labels);

    /// <inheritdoc/>
    public async Task HandleAsync(CreateReturnShipment message, AgentContext<ReturnShipment> context, CancellationToken cancellationToken)
    {
        var id = message.RmaId.ToString();
        if (context.State.Request is not null)
        {
            context.Reply(Answer.Done(id));
            return;
        }

        var refusals = new Refusals();
        refusals.RequireText(message.Number, MaxNumber, nameof(message.Number));
        refusals.Require(
            message.Packages.Count is >= 1 and <= ShippingKeys.MaxPackages, nameof(message.Packages),
            $"Packages has {message.Packages.Count} entries: give 1 to {ShippingKeys.MaxPackages}.");
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(id));
            return;
        }

        var request = new RateRequest { Sender = message.From, Recipient = options.Value.SenderOf(message.Warehouse), Parcels = message.Packages };
        var rates = await context.OnceAsync("quotes", _ => carriers.QuoteAsync(request, cancellationToken)).ConfigureAwait(false);
        var choices = rates.Quotes
            .Where(quote => carriers.Get(quote.Account).Capabilities.Check(request, quote.Service).Count == 0)
            .DistinctBy(static quote => quote.Account)
            .Select(static quote => new CarrierChoice(quote.Carrier, quote.Account, quote.Service, quote.Price, $"cheapest of {quote.Carrier}"))
            .ToList();
        context.State = new ReturnShipment { Request = message, Choices = choices };
        if (choices.Count > 0)
        {
            context.Send(new BuyReturnLabel(message.RmaId, 0));
        }
        else
        {
            var reasons = string.Join(" ", rates.Messages.Select(static told => $"{told.Carrier}: {told.Message}"));
            context.Publish(new NoReturnLabel(message.RmaId, message.OrderId, reasons.Length == 0 ? "No carrier serves the way back." : reasons));
        }

        context.Reply(Answer.Done(id));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(BuyReturnLabel message, AgentContext<ReturnShipment> context, CancellationToken cancellationToken)
    {
        if (context.State is not { Request: { } request, Label: null, Choices: var choices } || message.Choice < 0 || message.Choice >= choices.Count)
        {
            return;
        }

        var choice = choices[message.Choice];
        var client = carriers.Get(choice.Account);
        var purchase = await _desk.BuyAsync(
            context, client, request.Number, options.Value.MaxTries, key => BuyAsync(client, choice, request, key, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (purchase.Refusal is { } refusal)
        {
            GiveUp(message, refusal, context);
            return;
        }

        var until = DateOnly.FromDateTime((context.Clock.GetUtcNow() + options.Value.ReturnLabelTime).UtcDateTime);
        var label = new ReturnLabelCreated(
            message.RmaId, request.OrderId, choice.Carrier, purchase.TrackingNumber!.Value, purchase.Price ?? choice.Price, purchase.Labels, until);
        context.State = context.State with { Label = label };
        context.Publish(label);
    }

    private static void GiveUp(BuyReturnLabel message, string reason, AgentContext<ReturnShipment> context)
    {
        var (request, choices) = (context.State.Request!, context.State.Choices);
        if (message.Choice + 1 < choices.Count)
        {
            context.Send(message with { Choice = message.Choice + 1 });
        }
        else
        {
            context.Publish(new NoReturnLabel(message.RmaId, request.OrderId, $"No carrier is left; {choices[message.Choice].Carrier} was the last: {reason}"));
        }
    }

    private Task<Outcome<Shipment>> BuyAsync(
        ICarrierClient client, CarrierChoice choice, CreateReturnShipment request, OperationKey key, CancellationToken cancellationToken)
    {
        var returns = options.Value.ReturnServices.TryGetValue(choice.Carrier, out var service) ? client as IReturnLabelClient : null;
        var order = new ShipmentRequest
        {
            Key = key,
            Service = returns is null ? choice.Service : service,
            Sender = request.From,
            Recipient = options.Value.SenderOf(request.Warehouse),
            Parcels = request.Packages,
            Reference = request.Number,
            Label = LabelDesk.LabelOf(client),
        };
        return returns is null ? client.CreateShipmentAsync(order, cancellationToken) : returns.CreateReturnAsync(order, cancellationToken);
    }
}
