using Commerce.Payments.Accounting;
using Commerce.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Payments.Tests;

/// <summary>Whatever happens to a payment, and in whatever order, how often and how late it is told.</summary>
public sealed class PaymentOrderingTests
{
    private static readonly PaymentId Id = new(new Guid("01990000-0000-7000-8000-000000000001"));

    [Fact]
    public void The_order_of_webhooks_does_not_matter_and_the_ledger_always_balances() => Prop.ForAll(Lives(), life =>
    {
        var story = new PaymentStory(Id, 100m);
        foreach (var (what, share) in life.Steps)
        {
            story.Step(what, share);
        }

        var random = new Random(life.Seed);
        var shuffled = story.Events.Concat(story.Events.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
        var inOrder = TellAsync(story.Events).GetAwaiter().GetResult();
        var anyOrder = TellAsync(shuffled).GetAwaiter().GetResult();

        Assert.Equal(inOrder.Summary, anyOrder.Summary);
        Assert.Equal(inOrder.Balances, anyOrder.Balances);
        Assert.Equal((story.Captured, story.Refunded, story.IsDisputed), (anyOrder.Record.Captured, anyOrder.Record.Refunded, anyOrder.Record.IsDisputed));
        Assert.True(anyOrder.Record.Refundable.Amount >= 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public async Task No_message_takes_a_payment_back_before_money_that_was_taken()
    {
        var story = new PaymentStory(Id, 100m);
        story.Step(2, 0);
        story.Step(2, 9);
        var books = await Books.StartAsync();
        await books.TellAsync(story.Events[^1]);

        foreach (var old in story.Events)
        {
            Assert.Equal(PaymentState.Succeeded, (await books.TellAsync(old)).State);
        }
    }

    [Fact]
    public async Task Repeated_news_change_nothing_and_are_not_saved()
    {
        var story = new PaymentStory(Id, 100m);
        story.Step(2, 0);
        var books = await Books.StartAsync();
        var first = await books.TellAsync(story.Events[^1]);

        Assert.Equal(first.Version, (await books.TellAsync(story.Events[^1])).Version);
    }

    private static Arbitrary<(List<(int What, int Share)> Steps, int Seed)> Lives() =>
        (from steps in Gen.ListOf(Gen.Choose(0, 999).SelectMany(static what => Gen.Choose(0, 999).Select(share => (what, share))), 25)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select (steps.ToList(), seed)).ToArbitrary();

    private static async Task<(PaymentRecord Record, string Summary, string Balances)> TellAsync(IEnumerable<PaymentEvent> events)
    {
        var books = await Books.StartAsync();
        PaymentRecord record = null!;
        foreach (var told in events)
        {
            record = await books.TellAsync(told);
        }

        var refunds = record.Refunds.Select(static refund => $"{refund.GatewayId} {refund.Amount} {refund.State}").Order(StringComparer.Ordinal);
        var disputes = record.Disputes.Select(static dispute => $"{dispute.Id} {dispute.IsChargeback} {dispute.State}").Order(StringComparer.Ordinal);
        var balances = await books.Ledger.ListBalancesAsync();
        return (
            record,
            $"{record.State} {record.Amount} {record.Authorized} {record.Captured} {record.Refunded} {record.CaptureBy:O} {record.ObservedAt:O} | {string.Join(", ", refunds)} | {string.Join(", ", disputes)}",
            string.Join('\n', balances.Where(static line => !line.Amount.IsZero).Select(static line => $"{line.Account} {line.Amount}")));
    }

    private sealed class Books
    {
        private readonly PaymentManager _manager;

        internal static async Task<Books> StartAsync()
        {
            var ledger = new InMemoryLedger();
            var store = new InMemoryPaymentStore(ledger);
            await store.SaveAsync(PaymentRecord.Start(Id, "fake", Money.Eur(100), DateTimeOffset.MinValue) with { Version = 1, GatewayId = new("pay_1") }, []);
            return new Books(store, ledger);
        }

        internal InMemoryLedger Ledger { get; }

        private Books(InMemoryPaymentStore store, InMemoryLedger ledger)
        {
            Ledger = ledger;
            _manager = new PaymentManager([new FakePaymentGateway()], store, ledger, Options.Create(new PaymentManagerOptions()), TimeProvider.System);
        }

        /// <summary>Tells an event and checks what must hold after each.</summary>
        internal async Task<PaymentRecord> TellAsync(PaymentEvent told)
        {
            var record = (await _manager.HandleAsync("fake", told)).Value;
            Assert.Equal(0m, (await Ledger.ListBalancesAsync()).Sum(static line => line.Amount.Amount));
            if (await Ledger.FindTotalsAsync(Id) is { } totals)
            {
                Assert.True(totals.Refunded.Amount >= 0 && totals.Refunded <= totals.Captured && totals.Captured <= totals.Authorized, totals.ToString());
            }

            return record;
        }
    }
}
