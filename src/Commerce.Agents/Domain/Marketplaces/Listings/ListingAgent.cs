using Commerce.Agents.Domain.Catalog;
using Commerce.Marketplaces;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Owns listings: writes them, puts them on sale, and lets them follow stock and marketplace. Keys are <c>account/SKU</c>.</summary>
/// <param name="services">Where the accounts are found.</param>
/// <param name="catalog">Which products are ours.</param>
/// <param name="options">Limits and intervals.</param>
public sealed partial class ListingAgent(IServiceProvider services, IProductCatalog catalog, IOptions<MarketplacesOptions> options) :
    IHandle<CreateListing, ListingState>, IHandle<UpdateListing, ListingState>, IHandle<PublishListing, ListingState>, IHandle<EndListing, ListingState>,
    IHandle<ResyncListing, ListingState>, IHandle<GetListingHealth, ListingState>, IHandle<FollowListing, ListingState>,
    IHandle<MonitorListing, ListingState>, IHandle<MarketplaceInventorySynced, ListingState>, IHandle<MarketplacePriceSynced, ListingState>, IHandle<EndDiscontinuedListing, ListingState>
{
    private const int MaxReason = 500;

    /// <inheritdoc/>
    public async Task HandleAsync(CreateListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAccount(options.Value, message.Account);
        refusals.Require(catalog.Find(message.Sku) is not null, "Sku", $"The product {message.Sku} is not known: add it to the catalogue first.");
        if (context.State.Listing is { Status: not ListingStatus.Ended })
        {
            refusals.Add(RefusalCode.Duplicate, "Sku", $"The product {message.Sku} has a listing on {message.Account}: update it.");
        }

        if (!refusals.Any)
        {
            refusals.AddRange(Check(message.Account, message.Content));
        }

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(context.Key));
            return;
        }

        var stock = await context.Repository<OutboundChange>().FindAsync(OutboundChange.IdOf(message.Account, message.Sku)).ConfigureAwait(false);
        context.State = new ListingState();
        await KeepAsync(context, new Listing
        {
            Id = Listing.IdOf(message.Account, message.Sku),
            Account = message.Account,
            Sku = message.Sku,
            Content = message.Content,
            Quantity = stock?.Value.Quantity ?? 0,
        }).ConfigureAwait(false);
        context.Reply(Answer.Done(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(UpdateListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (Find(context) is not { } listing)
        {
            return;
        }

        IReadOnlyList<Refusal> refusals = listing.Status == ListingStatus.Ended
            ? [new Refusal(RefusalCode.InvalidTransition, "The listing is ended: create another one.") { Field = "Status" }]
            : Check(message.Account, message.Content);
        if (refusals.Count > 0)
        {
            context.Reply(Answer.Refused(context.Key, refusals));
            return;
        }

        var changed = listing with { Content = message.Content };
        if (IsOnSale(listing))
        {
            await PutAsync(context, changed, ListingStep.Update, cancellationToken).ConfigureAwait(false);
            return;
        }

        await KeepAsync(context, changed).ConfigureAwait(false);
        context.Reply(Answer.Done(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PublishListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (Find(context) is not { } listing)
        {
            return;
        }

        if (ListingTransitions.Table.Refuse(listing.Status, ListingStatus.Pending) is { } refusal)
        {
            context.Reply(Answer.Refused(context.Key, refusal));
            return;
        }

        await PutAsync(context, listing with { Status = ListingStatus.Pending, Issues = [] }, ListingStep.Publish, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(EndListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (Find(context) is not { } listing)
        {
            return;
        }

        var refusals = new Refusals();
        refusals.RequireText(message.Reason, MaxReason, "Reason");
        if (ListingTransitions.Table.Refuse(listing.Status, ListingStatus.Ended) is { } refusal)
        {
            refusals.Add(refusal);
        }

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(context.Key));
            return;
        }

        context.State = context.State with { EndReason = message.Reason };
        if (listing.Status is ListingStatus.Draft or ListingStatus.Rejected)
        {
            await EndAsync(context, listing).ConfigureAwait(false);
            context.Reply(Answer.Done(context.Key));
            return;
        }

        await CallAsync(
            context,
            listing,
            ListingStep.End,
            writer => writer.EndOffersAsync([new OfferKey(listing.Sku)], cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ResyncListing message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (Find(context) is not { } listing)
        {
            return;
        }

        if (!IsOnSale(listing))
        {
            context.Reply(Answer.Refused(
                context.Key, new Refusal(RefusalCode.InvalidTransition, $"The listing is {listing.Status}: only one on sale is told again.") { Field = "Status" }));
            return;
        }

        await PutAsync(context, listing, ListingStep.Update, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task HandleAsync(GetListingHealth message, AgentContext<ListingState> context, CancellationToken cancellationToken)
    {
        if (context.State.Listing is not { } listing)
        {
            context.Reply(new ListingHealth(null, [], [Unknown()]));
            return Task.CompletedTask;
        }

        List<string> problems = [.. listing.Issues];
        if (IsSilent(listing, context.Clock.GetUtcNow()))
        {
            problems.Add(Silence(listing));
        }

        context.Reply(new ListingHealth(listing, problems, []));
        return Task.CompletedTask;
    }

    private static Refusal Unknown() => new(RefusalCode.NotFound, "There is no such listing: create it first.") { Field = "Sku" };

    private static bool IsOnSale(Listing listing) => listing.Status is ListingStatus.Active or ListingStatus.OutOfStock or ListingStatus.Inactive;

    /// <summary>Changes the listing where it is decided, and where it is listed.</summary>
    private static Task KeepAsync(AgentContext<ListingState> context, Listing listing)
    {
        context.State = context.State with { Listing = listing };
        return context.Repository<Listing>().PutAsync(listing);
    }

    /// <summary>Finds the listing for a command, or answers that there is none, or that the marketplace must answer first.</summary>
    private static Listing? Find(AgentContext<ListingState> context)
    {
        if (context.State.Listing is not { } listing)
        {
            context.Reply(Answer.Refused(context.Key, Unknown()));
            return null;
        }

        if (context.State.Batch is not null)
        {
            context.Reply(Answer.Refused(
                context.Key, new Refusal(RefusalCode.Conflict, "The marketplace still works on the listing: try again when it has answered.") { Field = "Status" }));
            return null;
        }

        return listing;
    }

    private IReadOnlyList<Refusal> Check(string account, ListingContent content) =>
        ListingRules.Check(services.Marketplace(account).Marketplace, content, options.Value.Listings);

    private Task PutAsync(AgentContext<ListingState> context, Listing listing, ListingStep step, CancellationToken cancellationToken)
    {
        var offer = ListingRules.Offer(services.Marketplace(listing.Account).Marketplace, listing.Sku, listing.Content, listing.Quantity, options.Value.Listings);
        return CallAsync(context, listing, step, writer => writer.PutOffersAsync([offer], cancellationToken));
    }

    /// <summary>Tells the marketplace. Whole offers and ends may be told again, so that a call without an answer is no harm.</summary>
    private async Task CallAsync(AgentContext<ListingState> context, Listing listing, ListingStep step, Func<IOfferWriter, Task<OfferBatch>> call)
    {
        if (services.Marketplace(listing.Account) is not IOfferWriter writer)
        {
            context.Reply(Answer.Refused(
                context.Key, new Refusal(RefusalCode.NotSupported, $"The marketplace of {listing.Account} takes no listings: use its portal.") { Field = "Account" }));
            return;
        }

        OfferBatch batch;
        try
        {
            batch = await context.OnceAsync("listing", _ => call(writer)).ConfigureAwait(false);
        }
        catch (CommerceException)
        {
            context.Reply(Answer.Refused(
                context.Key, new Refusal(RefusalCode.ExternalUnavailable, $"The marketplace of {listing.Account} does not answer: try again later.") { Field = "Account" }));
            return;
        }

        context.State = context.State with { Batch = batch, BatchAt = context.Clock.GetUtcNow(), Step = step };
        await KeepAsync(context, listing).ConfigureAwait(false);
        await FollowAsync(context).ConfigureAwait(false);
        context.Reply(Answer.Done(context.Key));
    }
}
