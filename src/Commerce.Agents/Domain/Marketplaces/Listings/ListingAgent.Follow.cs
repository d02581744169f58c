using System.Globalization;
using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <content>What marketplaces answer, and what is seen of listings later.</content>
public sealed partial class ListingAgent
{
    /// <inheritdoc/>
    public async Task HandleAsync(FollowListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (context.State.Batch is not { } batch)
        {
            return;
        }

        batch = await services.Marketplace(message.Account).LookAsync(batch, context.State.BatchAt, context.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        context.State = context.State with { Batch = batch };
        await FollowAsync(context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(MonitorListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (context.State.Listing is not { } listing || !IsOnSale(listing))
        {
            return;
        }

        if (context.State.Batch is null && services.Marketplace(message.Account) is IOfferReader reader)
        {
            try
            {
                var query = new OfferQuery { Skus = [listing.Sku] };
                var seen = await reader.ListOffers(query).FirstOrDefaultAsync(offer => offer.Sku == listing.Sku, cancellationToken).ConfigureAwait(false);
                listing = Seen(listing, seen);
                await KeepAsync(context, listing).ConfigureAwait(false);
            }
            catch (CommerceException)
            {
                // The next look tells; the silence is told below.
            }
        }

        if (IsSilent(listing, context.Clock.GetUtcNow()) && !context.State.IsSilenceTold)
        {
            context.State = context.State with { IsSilenceTold = true };
            context.Publish(new ListingAlertRaised(listing.Account, listing.Sku, Silence(listing)));
        }

        context.Schedule(message, options.Value.Listings.MonitorInterval, "monitor");
    }

    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceInventorySynced message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (context.State.Listing is not { Status: not ListingStatus.Ended } listing || message.Refusal is not null)
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { IsSilenceTold = false };
        var synced = listing with { Quantity = message.Quantity, SyncedAt = context.Clock.GetUtcNow() };
        return KeepAsync(context, listing.Status == ListingStatus.Inactive ? synced : Stocked(synced));
    }

    /// <inheritdoc/>
    public Task HandleAsync(MarketplacePriceSynced message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (context.State.Listing is not { Status: not ListingStatus.Ended } listing || message.Refusal is not null)
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { IsSilenceTold = false };
        return KeepAsync(context, listing with { Content = listing.Content with { Price = message.Price }, SyncedAt = context.Clock.GetUtcNow() });
    }

    /// <inheritdoc/>
    public async Task HandleAsync(EndDiscontinuedListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        // The catalogue may know of the change later than this agent, and that the product is sold again only at later attempts.
        if (context.State.Listing is not { Status: not ListingStatus.Ended } || (message.Attempt > 1 && catalog.Find(message.Sku) is not null))
        {
            return;
        }

        var isFree = context.State.Batch is null;
        if (isFree)
        {
            await HandleAsync(new EndListing(message.Account, message.Sku, "The product is no longer sold."), context, cancellationToken).ConfigureAwait(false);
        }

        if (context.State.Listing.Status != ListingStatus.Ended)
        {
            context.Schedule(message with { Attempt = message.Attempt + 1 }, isFree ? options.Value.Listings.MonitorInterval : OfferImports.PollInterval, "discontinued");
        }
    }

    /// <summary>Moves a listing on, if the table of transitions allows it.</summary>
    private static Listing Move(Listing listing, ListingStatus to) =>
        ListingTransitions.Table.Allows(listing.Status, to) ? listing with { Status = to } : listing;

    /// <summary>Takes a listing on sale out of stock, or back. One that waits for its marketplace stays where it is.</summary>
    private static Listing Stocked(Listing listing) =>
        IsOnSale(listing) ? Move(listing, listing.Quantity == 0 ? ListingStatus.OutOfStock : ListingStatus.Active) : listing;

    /// <summary>Lets a listing be what the marketplace shows of it.</summary>
    private static Listing Seen(Listing listing, Offer? seen) => seen switch
    {
        null => Move(listing, ListingStatus.Inactive) with { Issues = ["The marketplace does not know the offer: tell it again."] },
        { IsActive: false } when listing.Quantity > 0 =>
            Move(listing, ListingStatus.Inactive) with { ListingId = seen.VendorOfferId ?? listing.ListingId, Issues = seen.Issues },
        _ => Stocked(listing) with { ListingId = seen.VendorOfferId ?? listing.ListingId, Issues = seen.Issues },
    };

    private static string Silence(Listing listing) => string.Create(
        CultureInfo.InvariantCulture, $"The marketplace has taken nothing of the listing since {listing.SyncedAt:yyyy-MM-dd HH:mm} UTC: look at the account.");

    private bool IsSilent(Listing listing, DateTimeOffset now) => IsOnSale(listing) && now - listing.SyncedAt > options.Value.Listings.SilenceLimit;

    private async Task FollowAsync(AgentContext<ListingState> context)
    {
        var listing = context.State.Listing!;
        var batch = context.State.Batch!;
        if (batch.State == OfferBatchState.Running)
        {
            context.Schedule(new FollowListing(listing.Account, listing.Sku), OfferImports.PollInterval, "follow");
            return;
        }

        context.State = context.State with { Batch = null, BatchAt = null };
        var answer = batch.Items.FirstOrDefault(item => item.Key.Sku == listing.Sku);
        if (answer is not { IsSuccess: true })
        {
            await RefusedAsync(context, listing, answer?.Refusal?.Message ?? "the marketplace gave no reason").ConfigureAwait(false);
            return;
        }

        listing = listing with { SyncedAt = context.Clock.GetUtcNow(), Issues = [] };
        context.State = context.State with { IsSilenceTold = false };
        switch (context.State.Step)
        {
            case ListingStep.End:
                await EndAsync(context, listing).ConfigureAwait(false);
                break;
            case ListingStep.Publish:
                await KeepAsync(context, Stocked(Move(listing, ListingStatus.Active))).ConfigureAwait(false);
                context.Publish(new ListingPublished(listing.Account, listing.Sku, listing.ListingId));
                context.Schedule(new MonitorListing(listing.Account, listing.Sku), options.Value.Listings.MonitorInterval, "monitor");
                await PushAsync(context, listing).ConfigureAwait(false);
                break;
            default:
                await KeepAsync(context, Stocked(listing)).ConfigureAwait(false);
                context.Publish(new ListingUpdated(listing.Account, listing.Sku, listing.ListingId));
                break;
        }
    }

    /// <summary>Pushes a quantity that has changed while the marketplace worked: before, it could not take it.</summary>
    private static async Task PushAsync(AgentContext<ListingState> context, Listing listing)
    {
        var stock = await context.Repository<OutboundChange>().FindAsync(OutboundChange.IdOf(listing.Account, listing.Sku)).ConfigureAwait(false);
        if (stock is { Value.Quantity: var quantity } && quantity != listing.Quantity)
        {
            context.Send(new QueueStockPush(listing.Account, listing.Sku, quantity));
        }
    }

    private static async Task RefusedAsync(AgentContext<ListingState> context, Listing listing, string reason)
    {
        await KeepAsync(context, Move(listing, ListingStatus.Rejected) with { Issues = [reason] }).ConfigureAwait(false);
        if (context.State.Step == ListingStep.Publish)
        {
            context.Publish(new ListingRejected(listing.Account, listing.Sku, reason));
        }

        context.Publish(new ListingAlertRaised(listing.Account, listing.Sku, reason));
    }

    private static Task EndAsync(AgentContext<ListingState> context, Listing listing)
    {
        context.Cancel("monitor");
        context.Publish(new ListingEnded(listing.Account, listing.Sku, context.State.EndReason!));
        return KeepAsync(context, Move(listing, ListingStatus.Ended));
    }
}
