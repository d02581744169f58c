using System.Text;
using Xunit;

namespace Commerce.Http.Tests;

public sealed class RedactorTests
{
    private static readonly Redactor Redactor = new(["sk_test_secret", "abc"]);

    [Theory]
    [InlineData("""{"email":"ada","code":"x"}""", """{"email":***,"code":"x"}""")]
    [InlineData("""{"Shipper_City" : "Li\"lle" , "a":1}""", """{"Shipper_City" : *** , "a":1}""")]
    [InlineData("""{"phone":-5.1e3,"n":5}""", """{"phone":***,"n":5}""")]
    [InlineData("""{"card":{"brand":"visa","cvc":"123"}}""", """{"card":{"brand":"visa","cvc":***}}""")]
    [InlineData("""{"client_secret":"pi_1_sec""", """{"client_secret":***""")]
    [InlineData("""{"token":null,"zip":true,"iban":[{"x":"FR1"}]}""", """{"token":null,"zip":true,"iban":[{"x":"FR1"}]}""")]
    [InlineData("""{"iban":["FR1"],"personName":"Ada","a":["b"]}""", """{"iban":***,"personName":***,"a":["b"]}""")]
    [InlineData("""{"streetLines": [ "12 rue \"x\"", "Bat. B" ],"n":5}""", """{"streetLines": ***,"n":5}""")]
    [InlineData("""{"streetLines":["12 rue","Bat""", """{"streetLines":***""")]
    [InlineData("""{"streetLines":[],"n":5}""", """{"streetLines":[],"n":5}""")]
    [InlineData("""{"a":"say \"x\", \"pwd\": y","LINE2":"rue"}""", """{"a":"say \"x\", \"pwd\": y","LINE2":***}""")]
    [InlineData("""{"message":"no such field \"email\": \"ada\""}""", """{"message":"no such field \"email\": \"ada\""}""")]
    [InlineData("""["name","street","x"]""", """["name","street","x"]""")]
    public void Json_fields_are_masked_by_name(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("<a:City kind='x'>Lille</a:City>", "<a:City kind='x'>***</a:City>")]
    [InlineData("<Email>ada</Email><Code>5</Code>", "<Email>***</Email><Code>5</Code>")]
    [InlineData("<address:Code>5</address:Code>", "<address:Code>5</address:Code>")]
    [InlineData("<Code note=\"the address\">5</Code>", "<Code note=\"the address\">5</Code>")]
    [InlineData("<Street/><Street></Street>", "<Street/><Street></Street>")]
    [InlineData("<Street\n>12 rue", "<Street\n>***")]
    public void Xml_elements_are_masked_by_name(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("a=1&shipping[address][line1]=rue&b=2", "a=1&shipping[address][line1]=***&b=2")]
    [InlineData("token=5 and then", "token=*** and then")]
    [InlineData("GET /x?url=https://h/?api_key=5&password=6", "GET /x?url=https://h/?api_key=***&password=***")]
    [InlineData("a=b=c&iban=&x=1", "a=b=c&iban=&x=1")]
    public void Form_fields_are_masked_by_name(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("Authorization failed: Bearer abcd.efg==", "Authorization failed: Bearer ***")]
    [InlineData("key sk_test_secret is wrong, abc is none", "key *** is wrong, abc is none")]
    [InlineData("write to ada.test@mail.example.com now", "write to *** now")]
    [InlineData("card 4242 4242-4242.4242, order 1234567890123", "card ***, order 1234567890123")]
    [InlineData("call +33 320 00 00 00", "call ***")]
    public void Secrets_in_plain_text_are_masked_by_their_look(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Fact]
    public void The_longest_names_are_masked()
    {
        var name = new string('x', 60) + "email" + new string('y', 60);

        Assert.Equal($$"""{"{{name}}":***}""", Redactor.Redact($$"""{"{{name}}":"ada"}"""));
        Assert.Equal($"<{name}>***</{name}>", Redactor.Redact($"<{name}>ada</{name}>"));
        Assert.Equal($"{name}=***", Redactor.Redact($"{name}=ada"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\" ")]
    [InlineData("\"zip\":[\"")]
    [InlineData("\",")]
    [InlineData("<a ")]
    [InlineData("a&")]
    [InlineData("a.a")]
    [InlineData("1 ")]
    [InlineData("email")]
    [InlineData("\"email\":\"")]
    public void Any_text_of_the_largest_size_is_read_to_its_end(string piece) =>
        Assert.NotEmpty(Redactor.Redact(new StringBuilder().Insert(0, piece, 8192 / piece.Length).ToString()));
}
