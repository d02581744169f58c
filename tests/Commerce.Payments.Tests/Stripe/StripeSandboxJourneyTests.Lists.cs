using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Fact]
    public async Task More_than_a_hundred_payments_are_listed_newest_first_to_the_last()
    {
        var ids = await ManyAsync(205);

        var pages = await PagesAsync(Client<IPaymentDirectory>().ListPayments(new()));
        var all = await AllAsync(Client<IPaymentDirectory>().ListPayments(new() { PageSize = 50 }));

        Assert.Equal([100, 100, 5], pages);
        Assert.Equal(Enumerable.Reverse(ids), all.Select(payment => payment.Id.Value));
        Assert.All(all, payment => Assert.Equal(Usd(5m), payment.Captured));
    }

    [Fact]
    public async Task More_than_a_hundred_payments_are_found_by_their_notes_to_the_last()
    {
        var ids = await ManyAsync(103, "metadata[cart]=O'Hara's \\ \"best\"");
        await PayAsync(more: "metadata[cart]=other");
        var query = new PaymentQuery { Metadata = new Dictionary<string, string> { ["cart"] = "O'Hara's \\ \"best\"" } };

        var pages = await PagesAsync(Client<IPaymentDirectory>().ListPayments(query));
        var all = await AllAsync(Client<IPaymentDirectory>().ListPayments(query with { PageSize = 40 }));

        Assert.Equal([100, 3], pages);
        Assert.Equal(Enumerable.Reverse(ids), all.Select(payment => payment.Id.Value));
        Assert.Empty(await AllAsync(Client<IPaymentDirectory>().ListPayments(new() { Metadata = new Dictionary<string, string> { ["cart"] = "O'Hara" } })));
    }

    [Fact]
    public async Task Payments_are_found_by_customer_and_time()
    {
        var customer = await Client<ISavedMethodClient>().CreateCustomerAsync(Key(), null);
        var first = await PaidAsync(Order() with { Customer = customer, Metadata = new Dictionary<string, string> { ["cart"] = "1" } });
        Clock.Advance(TimeSpan.FromHours(1));
        var second = await PaidAsync(Order() with { Customer = customer, Metadata = new Dictionary<string, string> { ["cart"] = "1" } });
        await PaidAsync();
        var later = new PaymentQuery { Customer = customer, CreatedFrom = first.CreatedAt.AddMilliseconds(1) };

        var listed = await AllAsync(Client<IPaymentDirectory>().ListPayments(later));
        var before = await AllAsync(Client<IPaymentDirectory>().ListPayments(new() { Customer = customer, CreatedBefore = second.CreatedAt }));
        var searched = await AllAsync(Client<IPaymentDirectory>().ListPayments(later with { Metadata = new Dictionary<string, string> { ["cart"] = "1" } }));

        Assert.Equal([second.Id], listed.Select(payment => payment.Id));
        Assert.Equal([first.Id], before.Select(payment => payment.Id));
        Assert.Equal([second.Id], searched.Select(payment => payment.Id));
    }

    [Fact]
    public async Task Payments_on_a_sellers_account_are_listed_there()
    {
        var seller = Seller();
        var direct = await PaidAsync(Order() with { Split = new() { Seller = seller, Commission = Usd(12m), IsDirect = true } });
        await PaidAsync();

        var listed = Assert.Single(await AllAsync(Client<IPaymentDirectory>().ListPayments(new() { Seller = seller })));

        Assert.Equal((direct.Id, seller), (listed.Id, listed.Seller));
    }

    [Fact]
    public async Task Events_are_read_by_kind_by_time_and_over_several_pages()
    {
        await ManyAsync(101);
        Clock.Advance(TimeSpan.FromHours(1));
        var last = await PaidAsync();
        var kinds = new PaymentEventQuery { Types = ["payment_intent.succeeded"] };

        var pages = await PagesAsync(Client<IPaymentEventReader>().ListEvents(kinds));
        var recent = await AllAsync(Client<IPaymentEventReader>().ListEvents(kinds with { CreatedFrom = last.CreatedAt }));
        var everything = await AllAsync(Client<IPaymentEventReader>().ListEvents(new() { CreatedFrom = last.CreatedAt }));

        Assert.Equal([100, 2], pages);
        Assert.Equal((last.Id, PaymentStatus.Succeeded), (Assert.IsType<PaymentChanged>(Assert.Single(recent)).Payment.Id, ((PaymentChanged)recent[0]).Payment.Status));
        Assert.Equal(["charge.succeeded", "payment_intent.created", "payment_intent.succeeded"], everything.Select(item => item.Type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_of_a_seller_are_read_on_its_account()
    {
        var seller = Seller();
        var direct = await PaidAsync(Order() with { Split = new() { Seller = seller, Commission = Usd(12m), IsDirect = true } });

        var events = await AllAsync(Client<IPaymentEventReader>().ListEvents(new() { Seller = seller, Types = ["payment_intent.succeeded"] }));

        var changed = Assert.IsType<PaymentChanged>(Assert.Single(events));
        Assert.Equal((direct.Id, seller), (changed.Payment.Id, changed.Account));
    }

    private async Task<List<string>> ManyAsync(int count, string more = "")
    {
        var ids = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            ids.Add((string)(await PayAsync(amount: 500, more: more))["id"]!);
        }

        return ids;
    }
}
