using Commerce.Agents;
using Commerce.Samples.Worker;
using Commerce.Samples.Worker.Payments;
using Commerce.Samples.Worker.Shop;
using Microsoft.Extensions.Options;

// "payments" is the fake of the payment provider; everything else is a worker, and there may be any number of them.
if (args is ["payments", .. var rest])
{
    await PaymentFake.RunAsync(rest);
    return;
}

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddOptionsWithValidateOnStart<WorkerOptions>().Bind(builder.Configuration).ValidateDataAnnotations();
builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHttpClient<PaymentClient>((services, http) =>
{
    http.BaseAddress = services.GetRequiredService<IOptions<WorkerOptions>>().Value.Payments;
    http.Timeout = TimeSpan.FromSeconds(10);
});
builder.Services.AddCommerceAgents(agents =>
{
    var options = builder.Configuration.Get<WorkerOptions>()!;
    agents.AddShop().UsePostgreSql(postgreSql => postgreSql.ConnectionString = options.PostgreSql);
    if (options.Kafka is { } brokers)
    {
        agents.UseKafka(kafka => (kafka.BootstrapServers, kafka.ReplicationFactor) = (brokers, options.Replicas));
    }
});
builder.Services.AddHostedService<OrderGenerator>();
builder.Services.AddHostedService<StatusLine>();
await builder.Build().RunAsync();
