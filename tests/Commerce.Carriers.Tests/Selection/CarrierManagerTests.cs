using Commerce.Carriers.Tariffs;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Carriers.Tests;

/// <summary>All accounts as one.</summary>
public sealed class CarrierManagerTests
{
    private static readonly SelectionRequirements Requirements = new() { HandOver = new DateOnly(2026, 3, 2) };
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Quotes_of_all_accounts_come_together_cheapest_first_with_their_levels()
    {
        await using var host = Host(new FakeCarrier(CarrierCode.Ups, "ups-1"), new FakeCarrier(CarrierCode.FedEx, "fedex-1"));

        var result = await Manager(host).QuoteAsync(CarrierSamples.Rates());

        Assert.Equal(
            ["fedex-1 std Standard", "ups-1 std Standard", "fedex-1 exp Express", "ups-1 exp Express"],
            result.Quotes.Select(quote => $"{quote.Account} {quote.Service} {quote.Level}"));
        Assert.Empty(result.Messages);
    }

    [Fact]
    public async Task A_carrier_that_fails_is_a_message_and_costs_the_others_nothing()
    {
        var failing = new FakeCarrier(CarrierCode.FedEx, "fedex-1");
        failing.Faults.Fail("GetRates", CommerceErrorKind.Unavailable);
        await using var host = Host(new FakeCarrier(CarrierCode.Ups, "ups-1"), failing);

        var result = await Manager(host).QuoteAsync(CarrierSamples.Rates());

        Assert.All(result.Quotes, quote => Assert.Equal("ups-1", quote.Account));
        Assert.Equal((CarrierCode.FedEx, "Unavailable"), (Assert.Single(result.Messages).Carrier, result.Messages[0].Code));
    }

    [Fact]
    public async Task A_carrier_that_is_slower_than_the_deadline_is_a_message_and_its_call_is_cancelled()
    {
        var stopped = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        var slow = new ScriptedCarrier(CarrierCode.FedEx, "slow", cancellationToken =>
        {
            cancellationToken.Register(stopped.SetResult);
            asked.SetResult();
            return new TaskCompletionSource<RateResult>().Task;
        });
        await using var host = Host(new FakeCarrier(CarrierCode.Ups, "ups-1"), slow);

        var quoting = Manager(host).QuoteAsync(CarrierSamples.Rates());
        await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(10));
        var result = await quoting;

        await stopped.Task;
        Assert.NotEmpty(result.Quotes);
        Assert.Contains("within 10 s", Assert.Single(result.Messages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_with_a_mistake_is_a_message_without_its_words()
    {
        var broken = new ScriptedCarrier(CarrierCode.FedEx, "broken", _ => throw new InvalidOperationException("a secret"));
        var log = new LogLines();
        await using var host = Host(log, new FakeCarrier(CarrierCode.Ups, "ups-1"), broken);

        var message = Assert.Single((await Manager(host).QuoteAsync(CarrierSamples.Rates())).Messages);

        Assert.Contains($"FedEx (broken) failed unexpectedly with {nameof(InvalidOperationException)}", Assert.Single(log.Lines), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", log.Text, StringComparison.Ordinal);

        Assert.Contains(nameof(InvalidOperationException), message.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_message()
    {
        var asked = new TaskCompletionSource();
        var slow = new ScriptedCarrier(CarrierCode.FedEx, "slow", _ =>
        {
            asked.SetResult();
            return new TaskCompletionSource<RateResult>().Task;
        });
        await using var host = Host(slow);
        using var cancellation = new CancellationTokenSource();

        var quoting = Manager(host).QuoteAsync(CarrierSamples.Rates(), cancellation.Token);
        await asked.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => quoting);
    }

    [Fact]
    public async Task A_carrier_without_a_rate_api_is_priced_by_its_price_list()
    {
        await using var host = Host(new TariffOnlyCarrier(CarrierCode.Dpd, "dpd-1"));

        Assert.Contains("Activate a price list", Assert.Single((await Manager(host).QuoteAsync(CarrierSamples.Rates())).Messages).Message, StringComparison.Ordinal);
        await ActivateAsync(host, CarrierCode.Dpd, "dpd-1");
        var result = await Manager(host).QuoteAsync(CarrierSamples.Rates());

        Assert.Equal(["standard 7.64 EUR", "express 11.46 EUR"], result.Quotes.Select(quote => $"{quote.Service} {quote.Price}"));
        Assert.Empty(result.Messages);
    }

    [Fact]
    public async Task A_carrier_that_does_not_answer_is_priced_by_its_price_list_and_says_so()
    {
        var failing = new FakeCarrier(CarrierCode.Ups, "ups-1");
        failing.Faults.Fail("GetRates", CommerceErrorKind.Unavailable);
        await using var host = Host(failing);
        await ActivateAsync(host, CarrierCode.Ups, "ups-1");

        var result = await Manager(host).QuoteAsync(CarrierSamples.Rates());

        Assert.NotEmpty(result.Quotes);
        Assert.Contains("price list counts instead", Assert.Single(result.Messages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_leaves_out_services_that_cannot_do_what_is_asked()
    {
        await using var host = Host(new TariffOnlyCarrier(CarrierCode.Dpd, "dpd-1"), new FakeCarrier(CarrierCode.Ups, "ups-1"));
        await ActivateAsync(host, CarrierCode.Dpd, "dpd-1");

        var decision = (await Manager(host).ChooseAsync(
            CarrierSamples.Rates() with { Options = new ShipmentOptions { SaturdayDelivery = true } }, Requirements)).Value;

        Assert.Equal("ups-1", decision.Winner.Quote.Account);
        Assert.Contains(decision.Rejected, rejected => rejected.Reason.Contains("Not on Saturdays", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dangerous_goods_go_only_with_who_declares_them()
    {
        await using var host = Host(new FakeCarrier(CarrierCode.Ups, "ups-1"));

        var outcome = await Manager(host).ChooseAsync(
            CarrierSamples.Rates() with { Options = new ShipmentOptions { DangerousGoods = true } }, Requirements);

        Assert.Contains("dangerous_goods", outcome.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_fails_three_times_rests_for_five_minutes()
    {
        var failing = new FakeCarrier(CarrierCode.Ups, "ups-1");
        failing.Faults.Fail("GetRates", CommerceErrorKind.Unavailable, times: 3);
        await using var host = Host(failing);
        await ActivateAsync(host, CarrierCode.Ups, "ups-1");
        for (var i = 0; i < 2; i++)
        {
            Assert.True((await Manager(host).ChooseAsync(CarrierSamples.Rates(), Requirements)).IsSuccess);
        }

        var third = await Manager(host).ChooseAsync(CarrierSamples.Rates(), Requirements);
        Assert.Contains("failed 3 times in a row", third.Refusal?.Message, StringComparison.Ordinal);
        _clock.Advance(CarrierHealth.Rest);
        Assert.True((await Manager(host).ChooseAsync(CarrierSamples.Rates(), Requirements)).IsSuccess);
    }

    [Fact]
    public async Task What_is_learned_from_deliveries_changes_the_choice()
    {
        var (ups, fedex) = (new FakeCarrier(CarrierCode.Ups, "ups-1"), new FakeCarrier(CarrierCode.FedEx, "fedex-1"));
        await using var host = Host(ups, fedex);
        var request = CarrierSamples.Rates() with { Service = new CarrierService("std") };
        Assert.Equal("ups-1", (await Manager(host).ChooseAsync(request, Requirements)).Value.Winner.Quote.Account);

        for (var i = 0; i < 30; i++)
        {
            host.GetRequiredService<DeliveryHistory>().Record(new DeliverySample
            {
                TrackingNumber = new TrackingNumber($"1Z{i:0000}"),
                Carrier = CarrierCode.Ups,
                Service = new CarrierService("std"),
                Lane = new Lane(CountryCode.France, CountryCode.France),
                HandedOver = new DateOnly(2026, 2, 20),
                Promised = new DateOnly(2026, 2, 22),
                Delivered = new DateOnly(2026, 2, 24),
            });
        }

        Assert.Equal("fedex-1", (await Manager(host).ChooseAsync(request, Requirements)).Value.Winner.Quote.Account);
    }

    [Fact]
    public async Task What_the_caller_measured_counts_instead_of_what_the_manager_was_told()
    {
        var (ups, fedex) = (new FakeCarrier(CarrierCode.Ups, "ups-1"), new FakeCarrier(CarrierCode.FedEx, "fedex-1"));
        await using var host = Host(ups, fedex);
        var request = CarrierSamples.Rates() with { Service = new CarrierService("std") };
        var lane = new Lane(CountryCode.France, CountryCode.France);

        var decision = (await Manager(host).ChooseAsync(request, Requirements with
        {
            Performance = quote => quote.Carrier == CarrierCode.Ups ? new CarrierPerformance(CarrierCode.Ups, quote.Service, lane, 50, 0.8m, 2, 3) : null,
        })).Value;

        Assert.Equal("fedex-1", decision.Winner.Quote.Account);
        Assert.Equal((40 + (20 * 0.92m)) / 70, Assert.Single(decision.Alternatives).OnTimeRate);
    }

    [Fact]
    public async Task Accounts_are_found_by_name_and_unknown_ones_name_those_that_there_are()
    {
        await using var host = Host(new FakeCarrier(CarrierCode.Ups, "ups-1"));

        Assert.Equal(CarrierCode.Ups, Manager(host).Get("ups-1").Carrier);
        Assert.Contains("ups-1", Assert.Throws<KeyNotFoundException>(() => Manager(host).Get("ups-2")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_no_shares_are_refused_when_they_are_set() =>
        Assert.Throws<ArgumentException>(() => new CarrierManagerOptions { Selection = new SelectionOptions { PriceWeight = 0.5m } });

    private static CarrierManager Manager(IServiceProvider host) => host.GetRequiredService<CarrierManager>();

    private static async Task ActivateAsync(IServiceProvider host, CarrierCode carrier, string account) =>
        Assert.True((await host.GetRequiredService<TariffManager>().ActivateAsync(await SampleTariffs.ReadAsync(carrier, account))).IsSuccess);

    private ServiceProvider Host(params ICarrierClient[] carriers) => Host(new LogLines(), carriers);

    private ServiceProvider Host(LogLines log, params ICarrierClient[] carriers)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddCarrierManager().AddSingleton<ILoggerProvider>(log);
        foreach (var carrier in carriers)
        {
            services.AddKeyedSingleton(carrier.Account, carrier);
        }

        return services.BuildServiceProvider();
    }
}
