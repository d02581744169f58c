using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Fact]
    public async Task A_card_is_set_up_and_charged_while_the_buyer_is_away()
    {
        var customer = await Client<ISavedMethodClient>().CreateCustomerAsync(Key(), EmailAddress.Parse("buyer@example.com"));
        var made = Done(await Client<IMethodSetupClient>().CreateMethodSetupAsync(new() { Key = Key(), Customer = customer, ReturnUrl = Back }));

        var asked = Done(await Client<IMethodSetupClient>().ConfirmMethodSetupAsync(new()
        {
            Key = Key(), SetupId = made.Id, Method = new("pm_card_authenticationRequiredOnSetup"), ReturnUrl = Back,
        }));
        Stripe.CompleteAuthentication(made.Id.Value, succeeds: true);
        var done = await Client<IMethodSetupClient>().FindMethodSetupAsync(made.Id);
        var saved = Assert.Single(await AllAsync(Client<ISavedMethodClient>().ListMethods(customer)));
        var paid = await PaidAsync(Order(method: saved.Token.Value) with { Customer = customer, IsOffSession = true });

        Assert.Equal((MethodSetupStatus.RequiresAction, MethodSetupStatus.Succeeded), (asked.Status, done!.Status));
        Assert.Equal((done.Method, "card", "visa", "3155"), (saved.Token, saved.Type, saved.Brand, saved.LastFour));
        Assert.Equal(PaymentStatus.Succeeded, paid.Status);
        Assert.Null(await Client<IMethodSetupClient>().FindMethodSetupAsync(new("seti_unknown")));
    }

    [Fact]
    public async Task A_set_up_that_is_declined_or_cancelled_ends_so()
    {
        var setups = Client<IMethodSetupClient>();
        var made = Done(await setups.CreateMethodSetupAsync(new() { Key = Key() }));

        var declined = await setups.CreateMethodSetupAsync(new() { Key = Key(), Method = new("pm_card_visa_chargeDeclined"), Confirm = true });
        var cancelled = Done(await setups.CancelMethodSetupAsync(Key(), made.Id));
        var again = Done(await setups.CancelMethodSetupAsync(Key(), made.Id));
        var confirmed = await setups.ConfirmMethodSetupAsync(new() { Key = Key(), SetupId = made.Id, Method = Card });
        var finished = Done(await setups.CreateMethodSetupAsync(new() { Key = Key(), Method = Card, Confirm = true }));
        var tooLate = await setups.CancelMethodSetupAsync(Key(), finished.Id);

        Assert.Equal(DeclineReason.CardDeclined, Assert.IsType<Decline>(declined.Refusal).Reason);
        Assert.Equal((MethodSetupStatus.Cancelled, MethodSetupStatus.Cancelled), (cancelled.Status, again.Status));
        Assert.Equal(("InvalidTransition", MethodSetupStatus.Succeeded, "InvalidTransition"), (Seen(confirmed).Code, finished.Status, Seen(tooLate).Code));
    }

    [Fact]
    public async Task A_customer_keeps_a_card_until_it_is_removed()
    {
        var methods = Client<ISavedMethodClient>();
        var customer = await methods.CreateCustomerAsync(Key(), null);
        var other = await methods.CreateCustomerAsync(Key(), null);

        var saved = Done(await methods.AttachMethodAsync(Key(), new("pm_card_mastercard"), customer));
        var stolen = await methods.AttachMethodAsync(Key(), saved.Token, other);
        var unknown = await methods.AttachMethodAsync(Key(), Card, new("cus_unknown"));
        await methods.RemoveMethodAsync(saved.Token);
        await methods.RemoveMethodAsync(saved.Token);

        Assert.Equal(("mastercard", "4444", 2034, 8), (saved.Brand, saved.LastFour, saved.ExpiryYear, saved.ExpiryMonth));
        Assert.Equal(["InvalidTransition", "NotFound"], Codes(Seen(stolen).Code, Seen(unknown).Code));
        Assert.Empty(await AllAsync(methods.ListMethods(customer)));
    }

    [Fact]
    public async Task A_card_is_kept_by_a_payment_that_says_so()
    {
        var customer = await Client<ISavedMethodClient>().CreateCustomerAsync(Key(), null);

        var paid = await PaidAsync(Order() with { Customer = customer, SaveMethod = SaveMethod.OffSession });

        Assert.Equal(paid.Method, Assert.Single(await AllAsync(Client<ISavedMethodClient>().ListMethods(customer))).Token);
    }

    [Fact]
    public async Task More_than_a_hundred_cards_of_a_customer_are_listed_to_the_last()
    {
        var customer = await Client<ISavedMethodClient>().CreateCustomerAsync(Key(), null);
        for (var i = 0; i < 101; i++)
        {
            await PostAsync("payment_methods/pm_card_visa/attach", $"customer={customer}");
        }

        Assert.Equal([100, 1], await PagesAsync(Client<ISavedMethodClient>().ListMethods(customer)));
    }
}
