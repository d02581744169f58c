using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Speaks to the sandbox's Stripe in its own words, at a time that stands still until a test moves it.</summary>
public abstract class StripeWire : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SandboxHost _host = null!;

    protected FakeClock Clock { get; } = new();

    protected SandboxHost Host => _host;

    protected StripeSandbox Stripe => _host.Get<StripeSandbox>();

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions { Clock = Clock });
        Stripe.Limit(100_000, TimeSpan.FromSeconds(1));
        _http.BaseAddress = new Uri(_host.AddressOf("stripe"), "v1/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Stripe.SecretKey);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Sends a call; the form is written <c>a=1&amp;b[c]=2</c>.</summary>
    protected async Task<WireAnswer> SendAsync(
        HttpMethod method, string path, string? form = null, string? account = null, string? key = null, AuthenticationHeaderValue? credentials = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = credentials;
        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(form.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
        }

        return await SendAsync(request, account, key);
    }

    protected async Task<WireAnswer> SendAsync(HttpRequestMessage request, string? account = null, string? key = null)
    {
        if (account is not null)
        {
            request.Headers.Add("Stripe-Account", account);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await _http.SendAsync(request);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        return new WireAnswer((int)response.StatusCode, body, response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value)));
    }

    protected Task<WireAnswer> TryPostAsync(string path, string form = "", string? account = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, form, account, key);

    protected async Task<JsonObject> PostAsync(string path, string form = "", string? account = null)
    {
        var answer = await TryPostAsync(path, form, account);
        Assert.True(answer.Status == 200, answer.Body.ToJsonString());
        return answer.Body;
    }

    protected async Task<JsonObject> GetAsync(string path, string? account = null)
    {
        var answer = await SendAsync(HttpMethod.Get, path, account: account);
        Assert.True(answer.Status == 200, answer.Body.ToJsonString());
        return answer.Body;
    }

    /// <summary>Pays with a test method at once.</summary>
    protected Task<JsonObject> PayAsync(string method = "pm_card_visa", int amount = 10000, string more = "", string? account = null) =>
        PostAsync("payment_intents", Payment(method, amount, more), account);

    protected static string Payment(string method, int amount = 10000, string more = "") =>
        $"amount={amount}&currency=usd&confirm=true&payment_method={method}&automatic_payment_methods[enabled]=true"
        + $"&automatic_payment_methods[allow_redirects]=never{(more.Length == 0 ? "" : "&" + more)}";

    protected IReadOnlyList<string> EventTypes() => [.. Events().Select(item => (string)item["type"]!)];

    protected IReadOnlyList<JsonObject> Events() => [.. Stripe.TakeWebhooks().Select(webhook => JsonNode.Parse(webhook.Value.Span)!.AsObject())];

    /// <summary>Gives everything that the account has, whether it can be paid out or not.</summary>
    protected long Total(string? account = null, string currency = "usd")
    {
        var (available, pending) = Stripe.FundsOf(currency, account);
        return available + pending;
    }
}
