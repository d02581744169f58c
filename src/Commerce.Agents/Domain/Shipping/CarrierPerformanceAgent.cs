using Commerce.Carriers;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Learns from every delivery how punctual a carrier's service is on a lane.</summary>
/// <param name="options">The window, and how much is worth telling.</param>
public sealed class CarrierPerformanceAgent(IOptions<ShippingOptions> options) : IHandle<RecordDelivery, LaneHistory>
{
    /// <inheritdoc/>
    public async Task HandleAsync(RecordDelivery message, AgentContext<LaneHistory> context, CancellationToken cancellationToken)
    {
        var sample = message.Sample;
        var today = context.Today();
        var days = Within(Add(context.State.Days, sample), today);
        await context.Repository<CarrierDelivery>().CreateAsync(new CarrierDelivery
        {
            Id = context.NewId(),
            Carrier = sample.Carrier,
            Sample = sample,
            Cost = message.Cost,
        }).ConfigureAwait(false);
        if (days.Count == 0)
        {
            return;
        }

        var figures = LaneFigures.Of(days, today);
        var id = context.State.RecordId == Guid.Empty ? context.NewId() : context.State.RecordId;
        await context.Repository<LaneRecord>().PutAsync(new LaneRecord
        {
            Id = id,
            Carrier = sample.Carrier,
            Service = sample.Service,
            Origin = sample.Lane.Origin,
            Destination = sample.Lane.Destination,
            Figures = figures,
            UpdatedAt = context.Clock.GetUtcNow(),
        }).ConfigureAwait(false);
        var isTold = context.State.ToldRate is { } told && Math.Abs(figures.OnTimeRate - told) < options.Value.PerformanceStep;
        context.State = new LaneHistory { RecordId = id, Days = days, ToldRate = isTold ? context.State.ToldRate : figures.OnTimeRate };
        if (!isTold)
        {
            context.Publish(new CarrierPerformanceUpdated(
                sample.Carrier, sample.Service, sample.Lane, figures.OnTimeRate, figures.Deliveries, figures.LateIn30Days));
        }
    }

    private static List<LaneDay> Add(IReadOnlyList<LaneDay> days, DeliverySample sample)
    {
        var all = days.ToList();
        var index = all.FindIndex(day => day.Day == sample.Delivered && day.TransitDays == sample.TransitDays);
        var onTime = sample.IsOnTime ? 1 : 0;
        if (index < 0)
        {
            all.Add(new LaneDay(sample.Delivered, sample.TransitDays, 1, onTime));
        }
        else
        {
            all[index] = all[index] with { Deliveries = all[index].Deliveries + 1, OnTime = all[index].OnTime + onTime };
        }

        return all;
    }

    private List<LaneDay> Within(List<LaneDay> days, DateOnly today)
    {
        var oldest = today.AddDays(-(int)options.Value.PerformanceWindow.TotalDays);
        days.RemoveAll(day => day.Day < oldest);
        return days;
    }
}
