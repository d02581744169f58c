using System.Text.RegularExpressions;
using Xunit;

namespace Commerce.Payments.Tests.Secrets;

/// <summary>Runs after all other tests of the assembly, alone: xunit keeps collections without parallelism to the end.</summary>
[CollectionDefinition(nameof(EmittedTests), DisableParallelization = true)]
public sealed class LastCollection;

/// <summary>Searches everything that the suite let out for secrets and for card and personal data.</summary>
[Collection(nameof(EmittedTests))]
public sealed partial class EmittedTests
{
    [Fact]
    public void No_secret_and_no_card_was_let_out_by_any_test() => Assert.Empty(Emitted.Everything.SelectMany(static text =>
        Secrets().Matches(text).Concat(Numbers().Matches(text).Where(static match => IsCardNumber(match.Value)))).Select(static match => match.Value).Distinct());

    [Fact]
    public void No_personal_data_reached_a_log_an_exception_or_a_trace() =>
        Assert.Empty(Emitted.Outside.SelectMany(static text => Personal().Matches(text)).Select(static match => match.Value).Distinct());

    [Theory]
    [InlineData("the key sk_test_51Habc and more", true)]
    [InlineData("rk_live_9x", true)]
    [InlineData("whsec_abc123", true)]
    [InlineData("pi_1_secret_x9", true)]
    [InlineData("mail ada@example.com", true)]
    [InlineData("card 4242 4242 4242 4242", true)]
    [InlineData("card 4000-0566-5566-5556", true)]
    [InlineData("give sk_test_…, sk_live_…", false)]
    [InlineData("order 4242424242424241", false)]
    [InlineData("at 1785344461 in 01990000-0000-7000-8000-000000000001", false)]
    public void The_search_finds_what_it_looks_for(string text, bool isFound) =>
        Assert.Equal(isFound, Secrets().IsMatch(text) || Personal().IsMatch(text) || Numbers().Matches(text).Any(static match => IsCardNumber(match.Value)));

    private static bool IsCardNumber(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(static digit => digit - '0').Reverse().ToList();
        return digits.Count is >= 13 and <= 19 && digits.Select(static (digit, place) => place % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2).Sum() % 10 == 0;
    }

    [GeneratedRegex("(sk|rk)_(test|live)_[0-9A-Za-z]{2,}|whsec_[0-9A-Za-z]{2,}|_secret_[0-9A-Za-z]+|Bearer [0-9A-Za-z_]+|hidden-code")]
    private static partial Regex Secrets();

    [GeneratedRegex("[\\w.]+@[\\w.]+\\.[a-z]{2,}|Hidden Person|hiddentoken")]
    private static partial Regex Personal();

    [GeneratedRegex("(?<![0-9A-Za-z_-])[0-9](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z_-])")]
    private static partial Regex Numbers();
}
