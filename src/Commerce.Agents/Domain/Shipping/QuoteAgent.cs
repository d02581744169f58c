using Commerce.Carriers;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Asks all carriers for prices without buying anything. A question that comes twice gets its first answer.</summary>
/// <param name="carriers">The carriers.</param>
/// <param name="options">The senders.</param>
public sealed class QuoteAgent(CarrierManager carriers, IOptions<ShippingOptions> options) : IHandle<GetQuotes, QuoteRequest>
{
    /// <inheritdoc/>
    public async Task HandleAsync(GetQuotes message, AgentContext<QuoteRequest> context, CancellationToken cancellationToken)
    {
        if (context.State.Answer is { } known)
        {
            context.Reply(known);
            return;
        }

        var rates = message.Packages.Count is >= 1 and <= ShippingKeys.MaxPackages
            ? await context.OnceAsync("quotes", _ => carriers.QuoteAsync(Request(message), cancellationToken)).ConfigureAwait(false)
            : new RateResult([], [new CarrierMessage(default, $"Packages has {message.Packages.Count} entries: give 1 to {ShippingKeys.MaxPackages}.")]);
        var answer = new CarrierRatesRetrieved(message.RequestId, rates.Quotes, rates.Messages);
        context.State = new QuoteRequest { Answer = answer };
        context.Publish(answer);
        context.Reply(answer);
    }

    private RateRequest Request(GetQuotes message) => new()
    {
        Sender = options.Value.SenderOf(message.Warehouse),
        Recipient = message.ShipTo,
        Parcels = message.Packages,
        Options = message.Options ?? ShipmentOptions.None,
    };
}
