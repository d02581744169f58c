using System.Diagnostics;
using System.Globalization;
using Commerce.Agents;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Commerce.Testing;

namespace Commerce.Benchmarks.Orders;

/// <summary>
/// Orders whose label, capture and refund each meet a lost answer or a crash between the answer and the commit; the vendors count what
/// they sold, took and gave back. In memory, with crashes played by the test host: a new process on the same store.
/// </summary>
internal sealed class OnceRun : IAsyncDisposable
{
    private static readonly Trouble[] Troubles =
        [Trouble.LostAnswer, Trouble.AfterCall, Trouble.AfterOutcome, Trouble.BeforeCommit, Trouble.LostAnswerAndCrash];

    // Longer than the agents wait before they try again, shorter than any carrier is asked for news.
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly Vendors _vendors;
    private readonly TroubledCarrier _carrier;
    private readonly TroubledGateway _gateway;
    private AgentTestHost _host = null!;
    private int _crashes;
    private volatile bool _hasCrash;

    private OnceRun(FakeClock clock)
    {
        _vendors = new Vendors(clock);
        _carrier = new TroubledCarrier(_vendors.Best, Play);
        _gateway = new TroubledGateway(_vendors.Gateway, Play);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    internal static async Task<int> RunAsync(int rounds)
    {
        var clock = new FakeClock();
        await using var run = new OnceRun(clock);
        run._host = await AgentTestHost.StartAsync(BenchShop.AddAgents, services => run._vendors.AddTo(services, run._carrier, run._gateway), clock);
        return await run.RunRoundsAsync(rounds);
    }

    private async Task<int> RunRoundsAsync(int rounds)
    {
        var started = Stopwatch.GetTimestamp();
        var wrong = new List<string>();
        foreach (var sku in BenchShop.Skus)
        {
            await _host.SendAsync(new Agents.Domain.Inventory.ReceiveStock(sku, BenchShop.Units, "opening"));
        }

        await _host.SettleAsync();
        for (var round = 0; round < rounds && wrong.Count == 0; round++)
        {
            await RunRoundAsync(round, wrong);
        }

        Count("labels", _vendors.Labels.Count, rounds, wrong);
        var captures = _vendors.Gateway.Payments.Count(static payment => payment.Captured == payment.Amount);
        Count("captures", captures, rounds, wrong);
        Count("payments", _vendors.Gateway.Payments.Count, rounds, wrong);
        Count("refunds", _vendors.Gateway.Refunds.Count, rounds, wrong);
        foreach (var parked in await _host.Operations.ParkedAsync())
        {
            OrderChecks.Require(wrong, false, $"{parked.Agent} {parked.Key} is parked: {parked.Error}");
        }

        OrderChecks.Require(wrong, (await _host.Operations.DeadLettersAsync()).Count == 0, "messages are dead");
        wrong.ForEach(Console.Error.WriteLine);
        var calls = _carrier.Labels + _gateway.Captures + _gateway.Refunds;
        return Figures.Print(
            "once",
            wrong.Count == 0 ? 0 : 1,
            new
            {
                rounds,
                sold = new { labels = _vendors.Labels.Count, captures, refunds = _vendors.Gateway.Refunds.Count },
                callsThatArrived = new { labels = _carrier.Labels, captures = _gateway.Captures, refunds = _gateway.Refunds, all = calls },
                crashes = _crashes,
                troubles = 3 * rounds,
                seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1),
            },
            1,
            wrong.Count == 0);
    }

    private static void Count(string what, int count, int rounds, List<string> wrong) =>
        OrderChecks.Require(wrong, count == rounds, $"{count} {what} in {rounds} rounds");

    private async Task RunRoundAsync(int round, List<string> wrong)
    {
        // Each of the three calls meets another kind of trouble, and each kind in its turn.
        _carrier.Trouble = Troubles[round % Troubles.Length];
        _gateway.CaptureTrouble = Troubles[(round + 1) % Troubles.Length];
        _gateway.RefundTrouble = Troubles[(round + 2) % Troubles.Length];
        var id = OrderKeys.From("once", round.ToString(CultureInfo.InvariantCulture));
        await SendAsync(new PlaceOrder(id, BenchShop.Draft(round)));
        var payment = await ReachAsync(id, static payment => payment.Status == PaymentStatus.Succeeded);
        if (payment is null)
        {
            wrong.Add($"order {round} was not captured");
            return;
        }

        await SendAsync(new RefundRequested(id, id.Value, payment.Captured!.Value, PaymentRefundReason.OrderCancelled, "bench"));
        payment = await ReachAsync(id, static payment => payment.Refunds.Any(static refund => refund.Status == RefundState.Completed));
        OrderChecks.Require(wrong, payment is not null, $"order {round} was not refunded");
        OrderChecks.Require(
            wrong,
            _vendors.Labels.Count == round + 1 && _vendors.Gateway.Payments.Count == round + 1 && _vendors.Gateway.Refunds.Count == round + 1,
            $"after round {round} the vendors count {_vendors.Labels.Count} labels, {_vendors.Gateway.Payments.Count} payments and {_vendors.Gateway.Refunds.Count} refunds");
        OrderChecks.Require(wrong, _carrier.Trouble is null && _gateway.CaptureTrouble is null && _gateway.RefundTrouble is null, $"round {round} had too little trouble");
    }

    /// <summary>Sends a message as a caller does who gets no answer when the process dies: again, under the same id.</summary>
    private async Task SendAsync(IMessage message)
    {
        var options = new PublishOptions { MessageId = Guid.CreateVersion7() };
        while (true)
        {
            try
            {
                await _host.SendAsync(message, options);
                return;
            }
            catch (Exception) when (_hasCrash)
            {
                await RestartAsync();
            }
        }
    }

    /// <summary>Lets the agents work, with new processes after crashes, until the payment is where it shall be.</summary>
    private async Task<OrderPayment?> ReachAsync(OrderId id, Predicate<OrderPayment> isReached)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            await SettleAsync();
            if (await _host.FindStateAsync<OrderPayment>(PaymentsAgentsBuilderExtensions.PaymentAgentName, id.ToString()) is { } payment && isReached(payment))
            {
                return payment;
            }

            _host.Clock.Advance(Retry);
        }

        return null;
    }

    private async Task SettleAsync()
    {
        while (true)
        {
            try
            {
                await _host.SettleAsync();
                return;
            }
            catch (InvalidOperationException) when (_hasCrash)
            {
                await RestartAsync();
            }
        }
    }

    private async Task RestartAsync()
    {
        // Before the new process runs, which may meet its own trouble at once.
        _hasCrash = false;
        await _host.RestartAfterCrashAsync();
        _crashes++;
    }

    private void Crash(CrashPoint point)
    {
        _hasCrash = true;
        _host.CrashNextAt(point);
    }

    /// <summary>Makes the trouble that a vendor's call is to meet, when its work is done and its answer on the way.</summary>
    private void Play(Trouble trouble)
    {
        switch (trouble)
        {
            case Trouble.AfterCall:
                Crash(CrashPoint.AfterCall);
                break;
            case Trouble.AfterOutcome:
                Crash(CrashPoint.AfterOutcome);
                break;
            case Trouble.BeforeCommit:
                Crash(CrashPoint.BeforeCommit);
                break;
            case Trouble.LostAnswerAndCrash:
                Crash(CrashPoint.BeforeCommit);
                throw new CommerceException(CommerceErrorKind.Unavailable, "The answer is lost.");
            default:
                throw new CommerceException(CommerceErrorKind.Unavailable, "The answer is lost.");
        }
    }
}

/// <summary>What a call meets once its work is done.</summary>
internal enum Trouble
{
    /// <summary>Its answer does not arrive.</summary>
    LostAnswer,

    /// <summary>The process dies before it has written the answer down.</summary>
    AfterCall,

    /// <summary>The process dies when it has written the answer down.</summary>
    AfterOutcome,

    /// <summary>The process dies before it commits what follows.</summary>
    BeforeCommit,

    /// <summary>The answer does not arrive, and the process dies before it could plan to ask again.</summary>
    LostAnswerAndCrash,
}
