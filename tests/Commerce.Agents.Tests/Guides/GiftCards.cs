using Commerce.Agents.Entities;

namespace Commerce.Agents.Tests.Guides;

/// <summary>The agents of the guide "Write an agent": what stands there stands here, word for word.</summary>
internal static class GiftCardsAgentsBuilderExtensions
{
    internal static AgentsBuilder AddGiftCards(this AgentsBuilder agents) => agents
        .AddEntity<SoldCard>(entity => entity.Index(card => card.SoldAt))
        .AddAgent<GiftCardAgent, GiftCard>("gift-cards", agent => agent
            .Handles<SellGiftCard>(message => message.Code)
            .Handles<PostGiftCard>(message => message.Code)
            .Handles<SpendGiftCard>(message => message.Code)
            .Handles<GiveBackGiftCard>(message => message.Code)
            .Handles<EndGiftCard>(message => message.Code)
            .Retry(new RetryPolicy { QuickTries = 2, SlowTries = 5 }))
        .AddSaga<CardPaymentSaga, CardPayment>("card-payments", saga => saga
            .StartedBy<PayByCards>(message => message.OrderId.ToString())
            .Handles<GiftCardSpent>(message => message.OrderId.ToString())
            .Handles<GiftCardRefused>(message => message.OrderId.ToString()))
        .AddAgent<CardReportAgent, CardReport>("card-report", agent => agent.Handles<CountCards>(_ => "all"))
        .AddRecurring("card-report", "0 3 * * *", "Europe/Paris", static () => new CountCards())
        .Commands<SellGiftCard>().Commands<PostGiftCard>().Commands<SpendGiftCard>().Commands<GiveBackGiftCard>().Commands<PayByCards>();
}

internal sealed record SellGiftCard(string Code, Money Amount) : IMessage;

internal sealed record GiftCardAnswer(string Code, Refusal? Refusal = null);

internal sealed record PostGiftCard(string Code) : IMessage;

internal sealed record SpendGiftCard(string Code, OrderId OrderId, Money Amount) : IMessage;

internal sealed record GiftCardSpent(string Code, OrderId OrderId, Money Amount) : IMessage;

internal sealed record GiftCardRefused(string Code, OrderId OrderId) : IMessage;

internal sealed record GiveBackGiftCard(string Code, Money Amount) : IMessage;

internal sealed record EndGiftCard(string Code) : IMessage;

internal sealed record PayByCards(OrderId OrderId, IReadOnlyList<CardPart> Parts) : IMessage;

internal sealed record CardPart(string Code, Money Amount);

internal sealed record PaidByCards(OrderId OrderId) : IMessage;

internal sealed record CardsGivenBack(OrderId OrderId) : IMessage;

internal sealed record CountCards : IMessage;

internal sealed record GiftCard
{
    public Money? Left { get; init; }

    public string? PrintedAs { get; init; }

    public string? Parcel { get; init; }
}

internal sealed record SoldCard(Guid Id, string Code, Money Amount, DateTimeOffset SoldAt) : IEntity;

internal sealed record CardPayment
{
    public IReadOnlyList<CardPart> Parts { get; init; } = [];
}

internal sealed record CardReport
{
    public int SoldThisWeek { get; init; }
}

internal sealed record PrintedCard(string Number);

internal sealed record PostedCard(string Parcel);

internal interface ICardPrinter
{
    Task<PrintedCard> PrintAsync(OperationKey key, string code);

    Task<PrintedCard?> FindAsync(OperationKey key);

    Task<PostedCard> PostAsync(string code);
}

internal sealed class GiftCardAgent(ICardPrinter printer) :
    IHandle<SellGiftCard, GiftCard>, IHandle<PostGiftCard, GiftCard>, IHandle<SpendGiftCard, GiftCard>, IHandle<GiveBackGiftCard, GiftCard>, IHandle<EndGiftCard, GiftCard>
{
    public async Task HandleAsync(SellGiftCard message, AgentContext<GiftCard> context, CancellationToken cancellationToken)
    {
        if (context.State.Left is not null)
        {
            context.Reply(new GiftCardAnswer(message.Code, new Refusal(RefusalCode.Duplicate, "The card is sold: give another code.") { Field = "Code" }));
            return;
        }

        var card = await context.OnceAsync(
            "print", key => printer.PrintAsync(key, message.Code), LostAnswerRecovery.LookUpByReference, printer.FindAsync);
        var now = context.Clock.GetUtcNow();
        context.State = new GiftCard { Left = message.Amount, PrintedAs = card.Number };
        await context.Repository<SoldCard>().CreateAsync(new SoldCard(context.NewId(), message.Code, message.Amount, now));
        context.Schedule(new EndGiftCard(message.Code), TimeSpan.FromDays(365), "end");
        context.Reply(new GiftCardAnswer(message.Code));
    }

    public async Task HandleAsync(PostGiftCard message, AgentContext<GiftCard> context, CancellationToken cancellationToken)
    {
        var posted = await context.OnceAsync("post", _ => printer.PostAsync(message.Code), LostAnswerRecovery.None);
        context.State = context.State with { Parcel = posted.Parcel };
    }

    public Task HandleAsync(SpendGiftCard message, AgentContext<GiftCard> context, CancellationToken cancellationToken)
    {
        if (context.State.Left is not { } left || left.Amount < message.Amount.Amount)
        {
            context.Publish(new GiftCardRefused(message.Code, message.OrderId));
            return Task.CompletedTask;
        }

        context.State = context.State with { Left = left - message.Amount };
        context.Publish(new GiftCardSpent(message.Code, message.OrderId, message.Amount));
        return Task.CompletedTask;
    }

    public Task HandleAsync(GiveBackGiftCard message, AgentContext<GiftCard> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Left = context.State.Left + message.Amount };
        return Task.CompletedTask;
    }

    public Task HandleAsync(EndGiftCard message, AgentContext<GiftCard> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Left = Money.Eur(0) };
        return Task.CompletedTask;
    }
}

internal sealed class CardPaymentSaga :
    IHandle<PayByCards, CardPayment>, IHandle<GiftCardSpent, CardPayment>, IHandle<GiftCardRefused, CardPayment>
{
    public Task HandleAsync(PayByCards message, AgentContext<CardPayment> context, CancellationToken cancellationToken)
    {
        context.State = new CardPayment { Parts = message.Parts };
        GoOn(message.OrderId, context);
        return Task.CompletedTask;
    }

    public Task HandleAsync(GiftCardSpent message, AgentContext<CardPayment> context, CancellationToken cancellationToken)
    {
        context.StepDone(message.Code, new GiveBackGiftCard(message.Code, message.Amount));
        GoOn(message.OrderId, context);
        return Task.CompletedTask;
    }

    public Task HandleAsync(GiftCardRefused message, AgentContext<CardPayment> context, CancellationToken cancellationToken)
    {
        context.Compensate();
        context.Publish(new CardsGivenBack(message.OrderId));
        context.Complete();
        return Task.CompletedTask;
    }

    private static void GoOn(OrderId orderId, AgentContext<CardPayment> context)
    {
        if (context.Steps.Count == context.State.Parts.Count)
        {
            context.Publish(new PaidByCards(orderId));
            context.Complete();
            return;
        }

        var next = context.State.Parts[context.Steps.Count];
        context.Send(new SpendGiftCard(next.Code, orderId, next.Amount));
    }
}

internal sealed class CardReportAgent : IHandle<CountCards, CardReport>
{
    public async Task HandleAsync(CountCards message, AgentContext<CardReport> context, CancellationToken cancellationToken)
    {
        var since = context.Clock.GetUtcNow().AddDays(-7);
        context.State = new CardReport { SoldThisWeek = await context.Repository<SoldCard>().CountAsync(card => card.SoldAt > since) };
    }
}
