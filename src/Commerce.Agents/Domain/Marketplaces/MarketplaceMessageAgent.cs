using Commerce.Marketplaces;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Reads what buyers and marketplaces write, each message once, and writes to them. Keys are accounts.</summary>
/// <param name="services">Where the accounts are found.</param>
/// <param name="options">Intervals and windows.</param>
public sealed class MarketplaceMessageAgent(IServiceProvider services, IOptions<MarketplacesOptions> options) :
    IHandle<FetchMessages, MarketplaceInbox>, IHandle<SendMessage, MarketplaceInbox>
{
    private const int MaxText = 50_000;
    private const int MaxSubject = 200;

    /// <inheritdoc/>
    public async Task HandleAsync(FetchMessages message, AgentContext<MarketplaceInbox> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAccount(options.Value, message.Account);
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Account));
            return;
        }

        if (services.Marketplace(message.Account) is not IMessagingClient client)
        {
            context.Reply(Answer.Refused(message.Account, NotSupported(message.Account)));
            return;
        }

        var now = context.Clock.GetUtcNow();
        var since = PollPace.Since(options.Value, context.State.ReadUntil, now);
        var threads = new List<MessageThread>();
        try
        {
            await foreach (var thread in client.ListThreads(new ThreadQuery { ChangedSince = since, IncludeMessages = true })
                .WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                threads.Add(thread.Messages.Count > 0 ? thread : await client.FindThreadAsync(thread.Id, cancellationToken).ConfigureAwait(false) ?? thread);
            }
        }
        catch (CommerceException exception)
        {
            context.State = context.State with { Failures = context.State.Failures + 1 };
            await context.KeepRunAsync(message.Account, SyncKinds.Messages, now, 0, 0, exception.Message).ConfigureAwait(false);
            context.Schedule(message, PollPace.Next(options.Value, context.State.Failures), "fetch");
            context.Reply(Answer.Refused(message.Account, new Refusal(RefusalCode.ExternalUnavailable, "The marketplace does not answer: it is asked again by itself.")));
            return;
        }

        var count = 0;
        foreach (var thread in threads)
        {
            foreach (var written in thread.Messages.Where(written => written.From != MessageParty.Seller && !written.IsInternal && written.At >= since))
            {
                count += await TakeAsync(message.Account, thread, written, context).ConfigureAwait(false) ? 1 : 0;
            }
        }

        context.State = new MarketplaceInbox { ReadUntil = now };
        await context.KeepRunAsync(message.Account, SyncKinds.Messages, now, count, 0).ConfigureAwait(false);
        context.Schedule(message, PollPace.Next(options.Value, failures: 0), "fetch");
        context.Reply(Answer.Done(message.Account));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SendMessage message, AgentContext<MarketplaceInbox> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Text, MaxText, "Text");
        refusals.Require(message.ThreadId is not null || message.OrderRef is not null, "ThreadId", "Neither ThreadId nor OrderRef is given: say what it is about.");
        refusals.Require(message.Subject is null || message.Subject.Length <= MaxSubject, "Subject", $"Subject has {message.Subject?.Length} characters: give {MaxSubject} at most.");
        var isServed = options.Value.Accounts.Contains(message.Account);
        refusals.RequireAccount(options.Value, message.Account);
        var client = isServed ? services.Marketplace(message.Account) as IMessageSender : null;
        if (isServed && client is null)
        {
            refusals.Add(NotSupported(message.Account));
        }

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Account));
            return;
        }

        var request = new SendMessageRequest
        {
            ThreadId = message.ThreadId,
            OrderId = message.OrderRef is { } order ? new MarketplaceOrderId(order) : null,
            Body = message.Text,
            Subject = message.Subject,
        };

        // A buyer must not read the same answer twice: when nobody knows whether it went out, a person looks.
        var answer = await context.OnceAsync(
            "message",
            async _ => new DecisionAnswer((await client!.SendMessageAsync(request, cancellationToken).ConfigureAwait(false)).Refusal?.Message),
            LostAnswerRecovery.None).ConfigureAwait(false);
        context.Reply(answer.Refusal is { } why
            ? Answer.Refused(message.Account, new Refusal(RefusalCode.ExternalRejected, why))
            : Answer.Done(message.Account));
    }

    private static Refusal NotSupported(string account) =>
        new(RefusalCode.NotSupported, $"The marketplace of {account} has no messages: use its portal.") { Field = "Account" };

    private static async Task<bool> TakeAsync(string account, MessageThread thread, ThreadMessage written, AgentContext<MarketplaceInbox> context)
    {
        var messages = context.Repository<MarketplaceMessage>();
        var id = MarketplaceMessage.IdOf(account, thread.Id, written.Id);
        if (await messages.FindAsync(id).ConfigureAwait(false) is not null)
        {
            return false;
        }

        await messages.CreateAsync(new MarketplaceMessage
        {
            Id = id,
            Account = account,
            ExternalMessageId = written.Id,
            ThreadId = thread.Id,
            OrderRef = thread.OrderId?.Value,
            From = written.From,
            Text = written.Body,
            At = written.At,
        }).ConfigureAwait(false);
        context.Publish(new MarketplaceMessageReceived(account, written.Id, thread.Id, thread.OrderId?.Value, written.Body));
        return true;
    }
}
