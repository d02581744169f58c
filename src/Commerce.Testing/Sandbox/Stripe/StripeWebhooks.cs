using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace Commerce.Testing.Sandbox;

/// <summary>Signed events on their way: to those who pull them, and over HTTP to those who are called.</summary>
internal sealed class StripeWebhooks(TimeProvider clock, Lock gate, string secret, Func<DateTimeOffset?> look)
{
    private static readonly TimeSpan[] Gaps = [TimeSpan.FromHours(1), TimeSpan.FromHours(2)];
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly List<Letter> _pulled = [];
    private readonly List<Letter> _letters = [];
    private readonly List<StripeWebhookTarget> _targets = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private CancellationToken _stopping;
    private Random? _random;
    private bool _runs;

    /// <summary>Gets or sets how events travel.</summary>
    internal StripeWebhookDelivery Delivery
    {
        get;
        set
        {
            field = value;
            _random = value.ShuffleSeed is { } seed ? new Random(seed) : null;
        }
    } = new();

    internal void Add(StripeWebhookTarget target)
    {
        _targets.Add(target);
        if (!_runs && (target.Id.Length == 0 || target.Address.IsLoopback))
        {
            _runs = true;
            _ = Task.Run(RunAsync);
        }
    }

    internal StripeWebhookTarget? Find(string id) => _targets.Find(target => target.Id == id);

    internal void Remove(string id) => _targets.RemoveAll(target => target.Id == id);

    internal int CountFor(string type, bool isConnect) => _targets.Count(target => target.Wants(type, isConnect));

    /// <summary>Tells whether everyone who was to be called has taken the event.</summary>
    internal bool IsDelivered(string id) => _open.GetValueOrDefault(id) == 0;

    internal void Tell(string id, string type, bool isConnect, byte[] body)
    {
        var due = clock.GetUtcNow() + Delivery.Delay;
        for (var copy = 0; copy < Delivery.Copies; copy++)
        {
            _pulled.Add(new Letter(id, body, due, Place(_pulled), null));
            foreach (var target in _targets.Where(target => target.Wants(type, isConnect)))
            {
                _open[id] = _open.GetValueOrDefault(id) + 1;
                if (target.Id.Length == 0 || target.Address.IsLoopback)
                {
                    _letters.Add(new Letter(id, body, due, Place(_letters), target));
                }
            }
        }
    }

    /// <summary>Takes what is due for those who pull.</summary>
    internal IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> Pull() =>
        [.. Take(_pulled).Select(letter => KeyValuePair.Create(Sign(letter.Body, secret), (ReadOnlyMemory<byte>)letter.Body))];

    /// <summary>Lets the delivery see what happened.</summary>
    internal void Flush()
    {
        if (_runs)
        {
            _signal.Writer.TryWrite(true);
        }
    }

    /// <summary>Ends the delivery with the sandbox.</summary>
    internal void StopOn(CancellationToken stopping) => _stopping = stopping;

    private int Place(List<Letter> letters) => _random?.Next() ?? (letters.Count == 0 ? 0 : letters[^1].Place + 1);

    private List<Letter> Take(List<Letter> letters)
    {
        var now = clock.GetUtcNow();
        var due = letters.Where(letter => letter.Due <= now).OrderBy(static letter => letter.Place).ToList();
        letters.RemoveAll(letter => letter.Due <= now);
        return due;
    }

    private async Task RunAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            while (true)
            {
                List<Letter> due;
                DateTimeOffset? next;
                lock (gate)
                {
                    next = look();
                    due = Take(_letters);
                    next = _letters.Count == 0 ? next : Earlier(next, _letters.Min(static letter => letter.Due));
                }

                foreach (var letter in due)
                {
                    var isTaken = await SendAsync(http, letter).ConfigureAwait(false);
                    lock (gate)
                    {
                        Settle(letter, isTaken);
                    }
                }

                if (due.Count == 0)
                {
                    await WaitAsync(next).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The sandbox stops: nobody waits for the rest.
        }
    }

    private async Task WaitAsync(DateTimeOffset? until)
    {
        var wait = until is { } time ? time - clock.GetUtcNow() : LongestWait;
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
        var timer = clock.CreateTimer(_ => _signal.Writer.TryWrite(true), null, wait, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            await _signal.Reader.ReadAsync(_stopping).ConfigureAwait(false);
        }
    }

    private void Settle(Letter letter, bool isTaken)
    {
        if (isTaken)
        {
            _open[letter.Id]--;
        }
        else if (letter.Attempts < Gaps.Length)
        {
            _letters.Add(letter with { Due = clock.GetUtcNow() + Gaps[letter.Attempts], Attempts = letter.Attempts + 1 });
        }
    }

    private async Task<bool> SendAsync(HttpClient http, Letter letter)
    {
        using var content = new ByteArrayContent(letter.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        using var request = new HttpRequestMessage(HttpMethod.Post, letter.Target!.Address) { Content = content };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", Sign(letter.Body, letter.Target.Secret));
        try
        {
            using var response = await http.SendAsync(request, _stopping).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!_stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private string Sign(byte[] body, string key)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed))}";
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one is { } time && time < other ? time : other;

    private sealed record Letter(string Id, byte[] Body, DateTimeOffset Due, int Place, StripeWebhookTarget? Target)
    {
        internal int Attempts { get; init; }
    }
}
