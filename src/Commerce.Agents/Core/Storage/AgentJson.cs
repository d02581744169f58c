using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Commerce.Agents.Storage;

/// <summary>Writes messages, states and outcomes as JSON, and reads them back: camel case, names of enums, unknown fields ignored, missing ones refused.</summary>
public sealed class AgentJson
{
    private readonly Dictionary<string, Type> _types;
    private readonly Dictionary<Type, string> _names;

    internal AgentJson(IReadOnlyDictionary<string, Type> messages, IReadOnlyList<IJsonTypeInfoResolver> resolvers)
    {
        _types = messages.ToDictionary(StringComparer.Ordinal);
        _names = messages.ToDictionary(entry => entry.Value, entry => entry.Key);
        Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        foreach (var resolver in resolvers)
        {
            Options.TypeInfoResolverChain.Add(resolver.WithAddedModifier(AllowMissingNulls));
        }

        if (JsonSerializer.IsReflectionEnabledByDefault)
        {
            AddReflection(Options);
        }

        Options.MakeReadOnly();
    }

    /// <summary>Gets the options, for a store that writes documents of its own.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>Finds the name that a message travels under.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The name.</returns>
    public string NameOf(IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message is RawMessage raw ? raw.Type : NameOf(message.GetType());
    }

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] Write(IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message is RawMessage raw
            ? raw.Body.ToArray()
            : JsonSerializer.SerializeToUtf8Bytes(message, Options.GetTypeInfo(message.GetType()));
    }

    /// <summary>Reads a message.</summary>
    /// <param name="type">The name it travelled under.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <returns>The message; an <see cref="UnreadableMessage"/> when it cannot be read.</returns>
    public IMessage Read(string type, ReadOnlyMemory<byte> body)
    {
        if (!_types.TryGetValue(type, out var known))
        {
            return new UnreadableMessage(type, body, $"No agent here handles a message named \"{type}\".");
        }

        try
        {
            return (IMessage?)JsonSerializer.Deserialize(body.Span, Options.GetTypeInfo(known))
                ?? new UnreadableMessage(type, body, $"The {type} is null.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException or NotSupportedException)
        {
            // The exception's text could quote the content; where it stopped is enough.
            var path = (exception as JsonException)?.Path;
            return new UnreadableMessage(type, body, path is null ? $"The bytes are no {type}." : $"The bytes are no {type}: see {path}.");
        }
        catch (Exception exception)
        {
            // A type's own code may throw anything; one message must not stop those that came with it.
            return new UnreadableMessage(type, body, $"The bytes are no {type}: its constructor or converter throws {exception.GetType().Name}.");
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type to read it back as.</param>
    /// <returns>JSON.</returns>
    public string WriteValue(object value, Type type) => JsonSerializer.Serialize(value, Options.GetTypeInfo(type));

    /// <summary>Reads a value.</summary>
    /// <param name="json">JSON.</param>
    /// <param name="type">The type.</param>
    /// <returns>The value.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Protocol"/> when the JSON is not the type's any more.</exception>
    public object ReadValue(string json, Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        try
        {
            return JsonSerializer.Deserialize(json, Options.GetTypeInfo(type)) ?? throw new JsonException();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException or NotSupportedException)
        {
            throw new CommerceException(
                CommerceErrorKind.Protocol,
                $"What is stored is no {type.Name} any more{((exception as JsonException)?.Path is { } path ? $": see {path}" : "")}. "
                + "A changed type must still read what earlier versions wrote.");
        }
    }

    /// <summary>Writes the steps of a saga.</summary>
    /// <param name="steps">The steps.</param>
    /// <returns>JSON; <see langword="null"/> when there are none.</returns>
    public string? WriteSteps(IReadOnlyList<SagaStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var step in steps)
            {
                writer.WriteStartObject();
                writer.WriteString("name", step.Name);
                writer.WriteString("at", step.At);
                if (step.Compensation is { } compensation)
                {
                    writer.WriteString("type", NameOf(compensation));
                    writer.WritePropertyName("body");
                    JsonSerializer.Serialize(writer, compensation, Options.GetTypeInfo(compensation.GetType()));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads the steps of a saga.</summary>
    /// <param name="json">What <see cref="WriteSteps"/> wrote.</param>
    /// <returns>The steps.</returns>
    public IReadOnlyList<SagaStep> ReadSteps(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateArray().Select(step => new SagaStep(
                step.GetProperty("name").GetString()!,
                step.TryGetProperty("type", out var type)
                    ? Read(type.GetString()!, System.Text.Encoding.UTF8.GetBytes(step.GetProperty("body").GetRawText()))
                    : null,
                step.GetProperty("at").GetDateTimeOffset())),
        ];
    }

    private string NameOf(Type type) => _names.TryGetValue(type, out var name) ? name : type.Name;

    /// <summary>Nulls are not written, so what may be null may be missing, also where a constructor asks for it.</summary>
    private static void AllowMissingNulls(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (property.IsRequired && (property.AssociatedParameter?.IsNullable ?? property.IsSetNullable))
            {
                property.IsRequired = false;
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only where reflection is enabled; trimmed applications give their contexts by UseJson.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where reflection is enabled; AOT applications give their contexts by UseJson.")]
    private static void AddReflection(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver().WithAddedModifier(AllowMissingNulls));
        options.Converters.Add(new JsonStringEnumConverter());
    }
}
