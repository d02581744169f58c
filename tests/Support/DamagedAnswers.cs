using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Xunit;

namespace Commerce.Tests.Support;

/// <summary>
/// Plays every answer of a call back in every damaged form that we can think of: empty, cut anywhere, HTML, another
/// media type, and each single value missing or of a wrong type. The call must end well or with one CommerceException.
/// </summary>
public static class DamagedAnswers
{
    private const string Html = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    private const int Cuts = 25;

    private static readonly string[] WrongValues = ["null", "5", "-1", "99999999999999999999999999999", "\"unheard-of\"", "\"\"", "[]", "{}", "true", "[null]"];

    /// <summary>Records a call and repeats it with each damaged answer.</summary>
    /// <param name="edge">Where the client meets the network.</param>
    /// <param name="call">The call; the same every time.</param>
    /// <returns>How many damaged answers were played.</returns>
    public static async Task<int> CheckAsync(VendorEdge edge, Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(edge);
        ArgumentNullException.ThrowIfNull(call);
        edge.Record();
        await call();
        edge.Record();
        await call();
        Assert.NotEmpty(edge.Recorded);
        var wrong = new List<string>();
        var played = 0;
        for (var index = 0; index < edge.Recorded.Count; index++)
        {
            foreach (var (name, answer) in Of(edge.Recorded[index]))
            {
                played++;
                edge.Play(index, answer);
                try
                {
                    await call().WaitAsync(TimeSpan.FromSeconds(20));
                }
                catch (CommerceException)
                {
                    // One clear failure is what a damaged answer should be.
                }
                catch (Exception exception)
                {
                    wrong.Add($"answer {index}, {name}: {exception.GetType().Name} {exception.Message} {exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Commerce.", StringComparison.Ordinal))?.Trim()}");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {played} damaged answers end badly:\n{string.Join('\n', wrong.Take(20))}");
        return played;
    }

    private static IEnumerable<(string Name, VendorAnswerBytes Answer)> Of(VendorAnswerBytes answer)
    {
        yield return ("empty", answer with { Body = [] });
        yield return ("HTML", answer with { MediaType = "text/html", Body = Encoding.UTF8.GetBytes(Html) });
        yield return ("HTML as promised type", answer with { Body = Encoding.UTF8.GetBytes(Html) });
        yield return ("HTML with 502", answer with { Status = 502, MediaType = "text/html", Body = Encoding.UTF8.GetBytes(Html) });
        yield return ("404 without body", answer with { Status = 404, Body = [] });
        yield return ("bytes that are no text", answer with { Body = [0xFF, 0xFE, 0x00, 0xC3, 0x28] });
        foreach (var text in (string[])["null", "[]", "{}", "5", "\"text\"", "{\"a\":", "<a/>", "<a>"])
        {
            yield return ($"body {text}", answer with { Body = Encoding.UTF8.GetBytes(text) });
        }

        for (var cut = 1; cut < Cuts; cut++)
        {
            yield return ($"cut at {cut}/{Cuts}", answer with { Body = answer.Body[..(answer.Body.Length * cut / Cuts)] });
        }

        if (answer.Body.Length > 0 && answer.Body[0] is (byte)'{' or (byte)'[')
        {
            foreach (var damaged in OfJson(answer))
            {
                yield return damaged;
            }
        }
        else if (answer.Body.Length > 0 && answer.Body[0] == (byte)'<')
        {
            foreach (var damaged in OfXml(answer))
            {
                yield return damaged;
            }
        }
    }

    private static IEnumerable<(string Name, VendorAnswerBytes Answer)> OfJson(VendorAnswerBytes answer)
    {
        var paths = new List<List<object>>();
        Collect(JsonNode.Parse(answer.Body)!, [], paths);
        foreach (var path in paths)
        {
            var name = string.Join('/', path);
            foreach (var value in WrongValues)
            {
                yield return ($"{name} = {value}", answer with { Body = Replaced(answer.Body, path, JsonNode.Parse(value), remove: false) });
            }

            yield return ($"{name} missing", answer with { Body = Replaced(answer.Body, path, null, remove: true) });
        }
    }

    private static void Collect(JsonNode node, List<object> path, List<List<object>> paths)
    {
        IEnumerable<(object Key, JsonNode? Child)> children = node switch
        {
            JsonObject item => item.Select(pair => ((object)pair.Key, pair.Value)),

            // The first entries of a list stand for all of them.
            JsonArray list => list.Take(2).Select((child, index) => ((object)index, child)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            List<object> here = [.. path, key];
            paths.Add(here);
            if (child is not null)
            {
                Collect(child, here, paths);
            }
        }
    }

    private static byte[] Replaced(byte[] body, List<object> path, JsonNode? value, bool remove)
    {
        var root = JsonNode.Parse(body)!;
        var parent = root;
        foreach (var step in path[..^1])
        {
            parent = step is string name ? parent![name] : parent![(int)step];
        }

        switch (parent, path[^1], remove)
        {
            case (JsonObject item, string name, true):
                item.Remove(name);
                break;
            case (JsonObject item, string name, false):
                item[name] = value;
                break;
            case (JsonArray list, int index, true):
                list.RemoveAt(index);
                break;
            case (JsonArray list, int index, false):
                list[index] = value;
                break;
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static IEnumerable<(string Name, VendorAnswerBytes Answer)> OfXml(VendorAnswerBytes answer)
    {
        var count = XDocument.Parse(Encoding.UTF8.GetString(answer.Body)).Descendants().Count();
        for (var index = 0; index < count; index++)
        {
            foreach (var (what, change) in ((string, Action<XElement>)[])
            [
                ("missing", element => element.Remove()),
                ("empty", element => element.RemoveAll()),
                ("of another type", element => element.ReplaceNodes("unheard-of")),
                ("negative", element => element.ReplaceNodes("-1")),
                ("twice", element => element.AddAfterSelf(new XElement(element))),
            ])
            {
                var document = XDocument.Parse(Encoding.UTF8.GetString(answer.Body));
                var element = document.Descendants().ElementAt(index);
                if (element == document.Root)
                {
                    continue;
                }

                change(element);
                yield return ($"{element.Name.LocalName} {what}", answer with { Body = Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting)) });
            }
        }
    }
}
