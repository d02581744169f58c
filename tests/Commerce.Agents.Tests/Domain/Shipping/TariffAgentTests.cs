using System.Text;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Carriers.Tariffs;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class TariffAgentTests
{
    private const string Account = "chronopost";
    private const string File = "list.csv";
    private const string Prices = "0,2,10.00;2,5,12.00";

    private static readonly Guid First = new("11111111-1111-7111-8111-111111111111");
    private static readonly Guid Second = new("22222222-2222-7222-8222-222222222222");

    [Fact]
    public void Uploads_take_only_the_steps_of_the_table() => Assert.Equal(
        ["Scheduled > Active", "Scheduled > Rejected", "Scheduled > Scheduled", "Validated > Active", "Validated > Scheduled"],
        Steps.Of(TariffUploadTransitions.Table));

    [Fact]
    public async Task A_price_list_is_judged_then_active_when_somebody_says_so()
    {
        await using var dock = await OpenAsync();
        Put(dock, Prices);

        var report = await UploadAsync(dock, First);
        var before = await HistoryAsync(dock);
        var answer = await dock.AskAsync(new ActivateTariff(First, Account));
        await dock.Host.SettleAsync();

        Assert.Empty(report.Refusals);
        Assert.Equal((2, 2, false), (report.Report!.PricesRead, report.Report.PricesAccepted, report.Report.NeedsApproval));
        Assert.Empty(before);
        Assert.Empty(answer.Refusals);
        Assert.Equal(1, Assert.Single(await HistoryAsync(dock)).Number);
        Assert.Equal((First, 2), (dock.Host.Published.Only<TariffImported>().UploadId, dock.Host.Published.Only<TariffImported>().Rows));
        Assert.Equal((TariffUploadStatus.Active, 1), (Assert.Single(await dock.ListAsync<TariffUpload>()).Status, (await dock.ListAsync<TariffUpload>())[0].Version!.Value));
    }

    [Fact]
    public async Task A_gap_is_a_warning_and_an_overlap_an_error()
    {
        await using var dock = await OpenAsync();
        Put(dock, "0,2,10.00;3,5,12.00");
        var gap = await UploadAsync(dock, First);
        Put(dock, "0,3,10.00;2,5,12.00");
        var overlap = await UploadAsync(dock, Second);
        var answer = await dock.AskAsync(new ActivateTariff(Second, Account));

        Assert.Empty(gap.Refusals);
        Assert.NotEmpty(gap.Report!.Warnings);
        Assert.NotEmpty(overlap.Refusals);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(answer.Refusals).Code);
        Assert.Equal(Second, dock.Host.Published.Only<TariffRejected>().UploadId);
        Assert.Empty(await HistoryAsync(dock));
    }

    [Fact]
    public async Task Bad_lines_are_told_with_their_numbers()
    {
        await using var dock = await OpenAsync();
        Put(dock, "0,2,10.00;2,5,-1");

        var answer = await UploadAsync(dock, First);

        Assert.Contains("row 3", Assert.Single(answer.Refusals).Message, StringComparison.Ordinal);
        Assert.Single(dock.Host.Published.Only<TariffRejected>().Errors);
    }

    [Theory]
    [InlineData("0,2,11.00;2,5,13.20", false)]
    [InlineData("0,2,11.01;2,5,13.20", true)]
    public async Task More_than_ten_percent_on_average_needs_approval(string prices, bool needsApproval)
    {
        await using var dock = await ActiveAsync();
        Put(dock, prices);
        await UploadAsync(dock, Second);

        var answer = await dock.AskAsync(new ActivateTariff(Second, Account));
        var approved = needsApproval ? await dock.AskAsync(new ActivateTariff(Second, Account, ApprovedBy: "head of logistics")) : answer;

        Assert.Equal(needsApproval ? "PolicyViolation ApprovedBy" : "", string.Join(';', answer.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field}")));
        Assert.Empty(approved.Refusals);
        Assert.Equal([2, 1], (await HistoryAsync(dock)).Select(version => version.Number));
    }

    [Fact]
    public async Task A_price_list_becomes_active_when_its_day_begins()
    {
        await using var dock = await ActiveAsync();
        Put(dock, "0,2,10.50;2,5,12.00");
        await UploadAsync(dock, Second);

        await dock.AskAsync(new ActivateTariff(Second, Account, new DateOnly(2026, 3, 4)));
        await dock.Host.AdvanceAsync(TimeSpan.FromHours(38) - TimeSpan.FromSeconds(1));
        var before = await HistoryAsync(dock);
        await dock.Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Single(before);
        Assert.Equal(2, (await HistoryAsync(dock)).Count);
        Assert.Equal(2.5m, dock.Host.Published.All<TariffImported>()[^1].ChangePercent);
    }

    [Fact]
    public async Task A_file_that_changed_after_it_was_judged_is_not_activated()
    {
        await using var dock = await OpenAsync();
        Put(dock, Prices);
        await UploadAsync(dock, First);
        await dock.AskAsync(new ActivateTariff(First, Account, new DateOnly(2026, 3, 4)));
        Put(dock, "0,2,1.00;2,5,1.00");

        await dock.Host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Contains("has changed", Assert.Single(dock.Host.Published.Only<TariffRejected>().Errors), StringComparison.Ordinal);
        Assert.Equal(TariffUploadStatus.Rejected, Assert.Single(await dock.ListAsync<TariffUpload>()).Status);
        Assert.Empty(await HistoryAsync(dock));
    }

    [Fact]
    public async Task A_price_list_whose_early_activation_is_refused_still_becomes_active_on_its_day()
    {
        await using var dock = await OpenAsync();
        Put(dock, Prices);
        await UploadAsync(dock, First);
        await dock.AskAsync(new ActivateTariff(First, Account, new DateOnly(2026, 3, 4)));
        Put(dock, "0,2,1.00;2,5,1.00");
        var early = await dock.AskAsync(new ActivateTariff(First, Account));
        Put(dock, Prices);

        await dock.Host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal((RefusalCode.Conflict, "File"), (Assert.Single(early.Refusals).Code, early.Refusals[0].Field));
        Assert.Equal(TariffUploadStatus.Active, Assert.Single(await dock.ListAsync<TariffUpload>()).Status);
        Assert.Single(await HistoryAsync(dock));
    }

    [Fact]
    public async Task A_crash_around_the_activation_makes_one_version()
    {
        await using var dock = await OpenAsync();
        Put(dock, Prices);
        await UploadAsync(dock, First);
        dock.Host.CrashNextAt(CrashPoint.AfterCall);

        await dock.Host.SendAsync(new ActivateTariff(First, Account));
        await dock.Host.RestartAfterCrashAsync();
        await dock.Host.SettleAsync();

        Assert.Single(await HistoryAsync(dock));
        Assert.Single(dock.Host.Published.All<TariffImported>());
    }

    [Fact]
    public async Task What_is_not_known_or_past_is_refused_by_field()
    {
        await using var dock = await OpenAsync();
        Put(dock, Prices);
        await UploadAsync(dock, First);

        Assert.Equal("Account", Assert.Single((await dock.Host.AskAsync<TariffAnswer>(new UploadTariff(Second, "tnt", File))).Refusals).Field);
        Assert.Equal("File", Assert.Single((await dock.Host.AskAsync<TariffAnswer>(new UploadTariff(Second, Account, ""))).Refusals).Field);
        Assert.Equal("File", Assert.Single((await dock.Host.AskAsync<TariffAnswer>(new UploadTariff(Second, Account, "none.csv"))).Refusals).Field);
        Assert.Equal("UploadId", Assert.Single((await dock.AskAsync(new ActivateTariff(Guid.NewGuid(), Account))).Refusals).Field);
        Assert.Equal("From", Assert.Single((await dock.AskAsync(new ActivateTariff(First, Account, new DateOnly(2026, 3, 1)))).Refusals).Field);
        Assert.Equal("ApprovedBy", Assert.Single((await dock.AskAsync(new ActivateTariff(First, Account, ApprovedBy: " "))).Refusals).Field);
        Assert.Empty(await HistoryAsync(dock));
    }

    private static Task<Dock> OpenAsync()
    {
        var (files, store) = (new MemoryTariffFileStore(), new InMemoryTariffStore());
        return Dock.OpenAsync(
            options => options.Tariffs[Account] = new TariffSource(
                new TariffContract { Carrier = CarrierCode.Chronopost, Account = Account, Currency = Currency.Eur },
                new TariffMapping
                {
                    Columns = new Dictionary<TariffField, string>
                    {
                        [TariffField.Service] = "service",
                        [TariffField.Destination] = "destination",
                        [TariffField.From] = "from_kg",
                        [TariffField.To] = "to_kg",
                        [TariffField.Price] = "price",
                    },
                }),
            services => services.AddSingleton(files).AddSingleton<ITariffFileStore>(files).AddSingleton<ITariffStore>(store));
    }

    private static async Task<Dock> ActiveAsync()
    {
        var dock = await OpenAsync();
        Put(dock, Prices);
        await UploadAsync(dock, First);
        await dock.AskAsync(new ActivateTariff(First, Account));
        return dock;
    }

    private static void Put(Dock dock, string bands)
    {
        var lines = bands.Split(';').Select(band => $"std,FR,{band}").Prepend("service,destination,from_kg,to_kg,price");
        dock.Host.Services.GetRequiredService<MemoryTariffFileStore>().Put(File, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static Task<TariffAnswer> UploadAsync(Dock dock, Guid id) => dock.Host.AskAsync<TariffAnswer>(new UploadTariff(id, Account, File));

    private static Task<IReadOnlyList<TariffVersion>> HistoryAsync(Dock dock) =>
        dock.Host.Services.GetRequiredService<ITariffStore>().GetHistoryAsync(Account);
}
