using Commerce.Samples.Platform;
using Commerce.Samples.Platform.Demo;
using Microsoft.Extensions.Hosting;

// With --demo: a whole day of orders against the sandbox in half a minute. Without: the platform itself, with the accounts of its configuration.
if (args.Contains("--demo"))
{
    return await DemoRun.RunAsync(Path.Combine("artifacts", "demo"));
}

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddPlatform(builder.Configuration, "platform", TimeProvider.System);
await builder.Build().RunAsync();
return 0;
