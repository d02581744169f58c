using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using System.Xml.Linq;
using Commerce.Http.Pipeline;

namespace Commerce.Http;

/// <summary>What a vendor answered: status, headers, bytes, and the ways to read them.</summary>
public sealed class VendorAnswer
{
    private const int MaxRawCharacters = 4096;

    private static readonly string[] RequestIdHeaders =
        ["Request-Id", "X-Request-Id", "x-amzn-RequestId", "X-Correlation-Id", "apirequestid"];

    private readonly HttpResponseMessage _response;
    private readonly byte[] _body;
    private readonly VendorAccount _account;
    private VendorError? _error;

    internal VendorAnswer(HttpResponseMessage response, byte[] body, VendorOperation operation, VendorAccount account)
    {
        _response = response;
        _body = body;
        _account = account;
        Operation = operation;
    }

    /// <summary>Gets what was asked.</summary>
    public VendorOperation Operation { get; }

    /// <summary>Gets the HTTP status.</summary>
    public int Status => (int)_response.StatusCode;

    /// <summary>Gets a value indicating whether the status is 200 to 299. Some vendors refuse with 200 all the same.</summary>
    public bool IsSuccess => _response.IsSuccessStatusCode;

    /// <summary>Gets the headers.</summary>
    public HttpResponseHeaders Headers => _response.Headers;

    /// <summary>Gets the headers of the body.</summary>
    public HttpContentHeaders ContentHeaders => _response.Content.Headers;

    /// <summary>Gets the body as it was received; empty for a streamed operation.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>Gets the body of a streamed operation as it arrives; the caller disposes it.</summary>
    /// <returns>The stream.</returns>
    public Task<Stream> OpenAsync(CancellationToken cancellationToken = default) => _response.Content.ReadAsStreamAsync(cancellationToken);

    /// <summary>Gets the id that the vendor's support asks for, from the usual headers.</summary>
    public string? RequestId
    {
        get
        {
            foreach (var name in RequestIdHeaders)
            {
                if (Headers.TryGetValues(name, out var values))
                {
                    return values.FirstOrDefault();
                }
            }

            return null;
        }
    }

    /// <summary>Gets what the vendor's error body says, read once.</summary>
    public VendorError Error => _error ??= _account.Profile.Errors(Status, _body);

    /// <summary>Reads the body as JSON.</summary>
    /// <typeparam name="T">The wire type.</typeparam>
    /// <param name="type">Its source-generated description.</param>
    /// <returns>The value, never null.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Protocol"/> when the body is empty, no JSON, or of another shape.</exception>
    public T ReadJson<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(_body.AsSpan(), type) ?? throw Malformed("the body is the word null", null);
        }
        catch (JsonException exception)
        {
            throw Malformed(_body.Length == 0 ? "the body is empty" : $"the body is no {typeof(T).Name} at {exception.Path ?? "its start"}", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            throw Malformed($"the body holds a value that is no {typeof(T).Name}", exception);
        }
    }

    /// <summary>Reads the body as XML, without document types and without fetching anything.</summary>
    /// <returns>The root element.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Protocol"/> when the body is empty or no XML.</exception>
    public XElement ReadXml()
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(_body, writable: false), SecureXml.Settings);
            return XElement.Load(reader);
        }
        catch (XmlException exception)
        {
            throw Malformed(_body.Length == 0 ? "the body is empty" : $"the body is no XML in line {exception.LineNumber}", exception);
        }
    }

    /// <summary>Maps with a guard: what a mapping cannot take becomes one clear failure.</summary>
    /// <typeparam name="TWire">The wire type.</typeparam>
    /// <typeparam name="T">Our type.</typeparam>
    /// <param name="wire">The wire value.</param>
    /// <param name="map">The mapping.</param>
    /// <returns>Our value.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Protocol"/> when the mapping refuses the value.</exception>
    public T Map<TWire, T>(TWire wire, Func<TWire, T> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        try
        {
            return map(wire);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException
            or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException)
        {
            throw Malformed($"the body misses or misstates a value ({exception.GetType().Name})", exception);
        }
    }

    /// <summary>Gives each entry of a list its own JSON, cut out of the body as it was received.</summary>
    /// <typeparam name="T">Our type of an entry.</typeparam>
    /// <param name="list">The name of the list in the body; another case will do where there is none of this one.</param>
    /// <param name="entries">The entries in the order of the list.</param>
    /// <param name="with">Gives an entry its JSON.</param>
    /// <returns>The entries with their JSON.</returns>
    public IReadOnlyList<T> WithRaw<T>(string list, IReadOnlyList<T> entries, Func<T, string, T> with)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(with);
        if (entries.Count == 0)
        {
            return entries;
        }

        using var document = JsonDocument.Parse(_body);
        var raw = document.RootElement.TryGetProperty(list, out var exact)
            ? exact
            : document.RootElement.EnumerateObject().First(member => member.Name.Equals(list, StringComparison.OrdinalIgnoreCase)).Value;
        return [.. entries.Select((entry, index) => with(entry, raw[index].GetRawText()))];
    }

    /// <summary>Makes the exception for an answer that is no success.</summary>
    /// <param name="kind">The kind, where it is known better than by status and code.</param>
    /// <returns>The exception, to be thrown.</returns>
    public CommerceException Failure(CommerceErrorKind? kind = null)
    {
        var error = Error;
        var code = _account.Redactor.Redact(error.Code);
        var message = _account.Redactor.Redact(error.Message);
        var known = kind ?? error.Kind ?? KindOf(Status);
        return new CommerceException(
            known,
            $"{_account.Profile.Vendor} {Operation.Name}: {message ?? "no reason given"} (HTTP {Status}{(code is null ? "" : ", code " + code)}). {Advice(known)}")
        {
            Vendor = _account.Profile.Vendor,
            Operation = Operation.Name,
            VendorCode = code,
            VendorMessage = message,
            Field = error.Field,
            HttpStatus = Status,
            RequestId = RequestId,
            RetryAfter = RetryAfter.Read(_response, _account.Clock),
            RawBody = Raw(),
        };
    }

    /// <summary>Makes the exception for an answer that does not follow the vendor's contract.</summary>
    /// <param name="reason">What is wrong, without values.</param>
    /// <param name="cause">The cause.</param>
    /// <returns>The exception, to be thrown.</returns>
    public CommerceException Malformed(string reason, Exception? cause = null)
    {
        var media = _response.Content.Headers.ContentType?.MediaType;
        return new CommerceException(
            CommerceErrorKind.Protocol,
            $"{_account.Profile.Vendor} {Operation.Name}: {reason} (HTTP {Status}, {media ?? "no media type"}, {_body.Length} bytes). What was asked may have happened.",
            // The cause may quote the body, which may hold personal data: only its type goes on.
            cause is null ? null : new FormatException(cause.GetType().Name))
        {
            Vendor = _account.Profile.Vendor,
            Operation = Operation.Name,
            HttpStatus = Status,
            RequestId = RequestId,
            RawBody = Raw(),
        };
    }

    /// <summary>Makes a refusal from the vendor's error body.</summary>
    /// <param name="code">The reason in common words.</param>
    /// <param name="field">The field in our spelling, when it can be told.</param>
    /// <returns>The refusal.</returns>
    public Refusal Refusal(RefusalCode code, string? field = null)
    {
        var error = Error;
        return new Refusal(code, $"{_account.Profile.Vendor} refused: {_account.Redactor.Redact(error.Message) ?? "no reason given"}")
        {
            VendorCode = error.Code,
            Field = field ?? error.Field,
            RequestId = RequestId,
        };
    }

    private static CommerceErrorKind KindOf(int status) => status switch
    {
        401 => CommerceErrorKind.Unauthorized,
        403 => CommerceErrorKind.Forbidden,
        404 or 410 => CommerceErrorKind.NotFound,
        409 => CommerceErrorKind.Conflict,
        429 => CommerceErrorKind.Throttled,
        408 or >= 500 => CommerceErrorKind.Unavailable,
        >= 200 and < 400 => CommerceErrorKind.Protocol,
        _ => CommerceErrorKind.Invalid,
    };

    private static string Advice(CommerceErrorKind kind) => kind switch
    {
        CommerceErrorKind.Unauthorized => "Check the account's credentials.",
        CommerceErrorKind.Forbidden => "Ask the vendor to grant this operation to the account.",
        CommerceErrorKind.Throttled => "Wait, then send it again.",
        CommerceErrorKind.Unavailable => "What was asked may have happened.",
        CommerceErrorKind.Invalid => "Correct the request, then send it again.",
        CommerceErrorKind.Conflict => "Read the current state before the next step.",
        CommerceErrorKind.NotFound => "Check the identifier.",
        _ => "What was asked may have happened.",
    };

    private string Raw()
    {
        var text = Encoding.UTF8.GetString(_body, 0, Math.Min(_body.Length, MaxRawCharacters * 2));
        var redacted = _account.Redactor.Redact(text)!;
        return redacted.Length <= MaxRawCharacters ? redacted : redacted[..MaxRawCharacters];
    }
}
