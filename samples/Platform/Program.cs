using Commerce.Agents;
using Commerce.Samples.Platform;
using Commerce.Samples.Platform.Api;
using Commerce.Samples.Platform.Demo;

// With --demo: a whole day of orders against the sandbox in half a minute. Without: the platform itself, with the accounts of its configuration.
if (args.Contains("--demo"))
{
    return await DemoRun.RunAsync(Path.Combine("artifacts", "demo"), args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddApi();
builder.Services.AddPlatform(builder.Configuration, "platform", TimeProvider.System, agents => agents.UseServers(builder.Configuration));
var app = builder.Build();
app.MapApi();
await app.RunAsync();
return 0;
