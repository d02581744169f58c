using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Balances and their movements. Source: Stripe API reference, Balance and Balance transactions.</summary>
internal sealed partial class StripePaymentGateway : IBalanceReader
{
    private static readonly VendorOperation GetBalance = new("get-balance");
    private static readonly VendorOperation ListMovementsOperation = new("list-movements");

    public Task<IReadOnlyList<Balance>> GetBalanceAsync(ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => GetAsync(
        "v1/balance", GetBalance, StripeConnectJson.Default.StripeBalance, static (balance, _) => StripeLedgerMapping.FromBalance(balance), seller, cancellationToken);

    public Paged<BalanceMovement> ListMovements(MovementQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);

        // What a movement came from names its payment, and holds personal data besides.
        return WithoutBody(List(
            () => CreatedWithin("v1/balance_transactions", query.PageSize, query.CreatedFrom, query.CreatedBefore)
                .Add("payout", query.Payout?.Value).Add("type", query.Type).Add("source", query.SourceId).Add("expand[0]", "data.source"),
            ListMovementsOperation, StripeConnectJson.Default.StripeListStripeMovement, static movement => movement.Id,
            static (movement, requestId) => StripeLedgerMapping.FromMovement(movement) with { RequestId = requestId }, query.Seller));
    }
}
