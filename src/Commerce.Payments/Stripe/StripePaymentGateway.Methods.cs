using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Saving and keeping methods. Source: Stripe API reference, Setup Intents, Customers, Payment Methods.</summary>
internal sealed partial class StripePaymentGateway : IMethodSetupClient, ISavedMethodClient
{
    private static readonly VendorOperation CreateSetup = new("create-method-setup") { IsSafeToRepeat = true };
    private static readonly VendorOperation ConfirmSetup = new("confirm-method-setup") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindSetup = new("find-method-setup");
    private static readonly VendorOperation CancelSetup = new("cancel-method-setup") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateCustomer = new("create-customer") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListMethodsOf = new("list-methods");
    private static readonly VendorOperation AttachMethod = new("attach-method") { IsSafeToRepeat = true };
    private static readonly VendorOperation DetachMethod = new("remove-method") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindMethod = new("find-method");

    public Task<Outcome<MethodSetup>> CreateMethodSetupAsync(CreateMethodSetupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Confirm && request.Method is null)
        {
            return Task.FromResult(Outcome.Refused<MethodSetup>(
                RefusalCode.Validation, "Method is not set: a setup that is confirmed at once needs one.", nameof(request.Method)));
        }

        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<MethodSetup>(refusal))
            : SetupAsync("v1/setup_intents", CreateSetup, request.Key, form, request.Seller, cancellationToken);
    }

    public Task<Outcome<MethodSetup>> ConfirmMethodSetupAsync(ConfirmMethodSetupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<MethodSetup>(refusal))
            : SetupAsync(SetupPath(request.SetupId, "/confirm"), ConfirmSetup, request.Key, form, request.Seller, cancellationToken);
    }

    public Task<MethodSetup?> FindMethodSetupAsync(
        MethodSetupId setupId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => FindAsync(
        SetupPath(setupId, ""), FindSetup, StripeJson.Default.StripeSetupIntentWire,
        (setup, requestId) => StripeMapping.FromSetup(setup, requestId, seller), seller, cancellationToken);

    public Task<Outcome<MethodSetup>> CancelMethodSetupAsync(
        OperationKey key, MethodSetupId setupId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => SetupAsync(
        SetupPath(setupId, "/cancel"), CancelSetup, key, new StripeForm(), seller, cancellationToken,

        // Cancelling twice is no failure.
        async _ => await FindMethodSetupAsync(setupId, seller, cancellationToken).ConfigureAwait(false) is { } setup
            && setup.Status == MethodSetupStatus.Cancelled ? Outcome.Of(setup) : null);

    public async Task<GatewayCustomerId> CreateCustomerAsync(
        OperationKey key, EmailAddress? email, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default)
    {
        var answer = await PostForAnswerAsync(
            "v1/customers", CreateCustomer, key, new StripeForm().Add("email", email?.Value), seller, cancellationToken).ConfigureAwait(false);
        return new GatewayCustomerId(Read(answer, StripeJson.Default.StripeCustomerWire, (customer, _) => StripeMapping.Needed(customer.Id, "id")));
    }

    public Paged<SavedMethod> ListMethods(GatewayCustomerId customer, ConnectedAccountId? seller = null) => List(
        () => new QueryAddress($"v1/customers/{Uri.EscapeDataString(customer.Value)}/payment_methods").Add("limit", PageSize),
        ListMethodsOf, StripeJson.Default.StripeListStripePaymentMethodWire, method => method.Id,
        (method, requestId) => StripeMapping.FromMethod(method) with { RequestId = requestId }, seller);

    public async Task RemoveMethodAsync(PaymentMethodToken method, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default)
    {
        // A fresh key each time: Stripe would repeat a stored failure for a day.
        var answer = await PostForAnswerAsync(
            MethodPath(method, "/detach"), DetachMethod, new OperationKey("detach-" + Guid.NewGuid().ToString("N")), new StripeForm(), seller, cancellationToken)
            .ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return;
        }

        // A method that no customer has is refused, and removed already.
        if (answer.Status != 400 || await FindAsync(
            MethodPath(method, ""), FindMethod, StripeJson.Default.StripePaymentMethodWire, (found, _) => found, seller, cancellationToken)
            .ConfigureAwait(false) is not { Customer: null })
        {
            throw answer.Failure();
        }
    }

    public Task<Outcome<SavedMethod>> AttachMethodAsync(
        OperationKey key,
        PaymentMethodToken method,
        GatewayCustomerId customer,
        ConnectedAccountId? seller = null,
        CancellationToken cancellationToken = default) => PostAsync(
        MethodPath(method, "/attach"), AttachMethod, key, new StripeForm().Add("customer", customer.Value), StripeJson.Default.StripePaymentMethodWire,
        (saved, requestId) => StripeMapping.FromMethod(saved) with { RequestId = requestId }, null, seller, cancellationToken);

    private static string SetupPath(MethodSetupId setupId, string rest) => $"v1/setup_intents/{Uri.EscapeDataString(setupId.Value)}{rest}";

    private static string MethodPath(PaymentMethodToken method, string rest) => $"v1/payment_methods/{Uri.EscapeDataString(method.Value)}{rest}";

    private Task<Outcome<MethodSetup>> SetupAsync(
        string path,
        VendorOperation operation,
        OperationKey key,
        StripeForm form,
        ConnectedAccountId? seller,
        CancellationToken cancellationToken,
        Func<VendorAnswer, Task<Outcome<MethodSetup>?>>? explain = null) => PostAsync(
        path, operation, key, form, StripeJson.Default.StripeSetupIntentWire,
        (setup, requestId) => StripeMapping.FromSetup(setup, requestId, seller), null, seller, cancellationToken, explain);
}
