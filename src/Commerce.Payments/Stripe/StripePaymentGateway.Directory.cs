using System.Runtime.InteropServices;
using System.Text.Json;
using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Lists. Source: Stripe API reference, Pagination and Search.</summary>
internal sealed partial class StripePaymentGateway : IPaymentDirectory, IPaymentEventReader
{
    internal const string SearchLimit = "search";

    private static readonly VendorOperation ListIntents = new("list-payments");
    private static readonly VendorOperation SearchIntents = new("search-payments") { Limit = SearchLimit };
    private static readonly VendorOperation ListRefundsOf = new("list-refunds");
    private static readonly VendorOperation ListEventsOf = new("list-events");

    public Paged<Payment> ListPayments(PaymentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Metadata.Count > 0)
        {
            return Search(
                () => new QueryAddress("v1/payment_intents/search")
                    .Add("query", StripeSearch.Write(query, Seconds))
                    .Add("limit", query.PageSize)
                    .Add("expand[0]", "data.latest_charge"),
                SearchIntents, StripeJson.Default.StripeSearchResultStripePaymentIntent,
                (intent, requestId) => StripeMapping.FromIntent(intent, requestId, query.Seller), query.Seller);
        }

        return List(
            () => CreatedWithin("v1/payment_intents", query.PageSize, query.CreatedFrom, query.CreatedBefore)
                .Add("customer", query.Customer?.Value)
                .Add("expand[0]", "data.latest_charge"),
            ListIntents, StripeJson.Default.StripeListStripePaymentIntent, intent => intent.Id,
            (intent, requestId) => StripeMapping.FromIntent(intent, requestId, query.Seller), query.Seller);
    }

    public Paged<Refund> ListRefunds(GatewayPaymentId paymentId, ConnectedAccountId? seller = null) => List(
        () => new QueryAddress("v1/refunds").Add("payment_intent", paymentId.Value).Add("limit", PageSize).Add("expand[0]", "data.transfer_reversal"),
        ListRefundsOf, StripeJson.Default.StripeListStripeRefund, refund => refund.Id,
        (refund, requestId) => StripeMapping.FromRefund(refund, requestId, seller), seller);

    public Paged<PaymentEvent> ListEvents(PaymentEventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(async (token, cancellationToken) =>
        {
            var address = CreatedWithin("v1/events", query.PageSize, query.CreatedFrom, query.CreatedBefore);
            for (var index = 0; index < query.Types.Count; index++)
            {
                address.Add($"types[{index}]", query.Types[index]);
            }

            var path = address.Add("starting_after", token?.Value).ToString();
            var answer = await channel.SendAsync(
                ActFor(new HttpRequestMessage(HttpMethod.Get, path), query.Seller), ListEventsOf, cancellationToken).ConfigureAwait(false);
            return Read(answer, StripeJson.Default.StripeListJsonElement, (list, _) =>
            {
                PaymentEvent[] events = [.. StripeMapping.Needed(list.Data, "data").Select(Event)];
                return new Page<PaymentEvent>(events, list.HasMore && events.Length > 0 ? new ContinuationToken(events[^1].Id) : null);
            });
        });
    }

    /// <summary>Reads an entry as if it had been pushed.</summary>
    private static PaymentEvent Event(JsonElement entry) =>
        StripeEvents.Read(JsonMarshal.GetRawUtf8Value(entry).ToArray()) is { IsSuccess: true } read
            ? read.Value
            : throw new FormatException("An entry of the list is no event.");
}
