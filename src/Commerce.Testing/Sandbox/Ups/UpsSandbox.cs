using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.Testing.Sandbox.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// UPS: OAuth tokens that expire, rates, shipments and returns with labels, tracking by number and by reference, void, label
/// recovery, transit times, access points, collections, address checks, papers and proofs. Prices and times are invented.
/// </summary>
public sealed partial class UpsSandbox : LimitedSandboxVendor
{
    private static readonly (string Code, decimal Base, decimal PerKilogram, int Days)[] Services =
        [("11", 12.00m, 1.20m, 2), ("65", 21.50m, 2.10m, 1), ("07", 28.00m, 2.60m, 1)];

    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UpsShipment> _shipments = new(StringComparer.Ordinal);
    private int _tokenCount;
    private int _packageCount;

    internal UpsSandbox(TimeProvider clock)
        : base("ups", clock, 500, TimeSpan.FromSeconds(10))
    {
    }

    /// <summary>Gets the client id that it accepts.</summary>
    public string ClientId { get; } = "ups-sandbox-client";

    /// <summary>Gets the client secret that it accepts.</summary>
    public string ClientSecret { get; } = "ups-sandbox-secret";

    /// <summary>Gets the account number that it accepts: six characters.</summary>
    public string AccountNumber { get; } = "S4NDB0";

    /// <summary>Gets or sets how long a token lives.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromSeconds(14_399);

    /// <summary>Gets how many tokens it gave out.</summary>
    public int TokensIssued => _tokenCount;

    /// <summary>Gets the numbers of the shipments that were bought and not voided, in order.</summary>
    public IReadOnlyList<string> LiveShipments
    {
        get
        {
            lock (Gate)
            {
                return [.. _shipments.Values.Where(shipment => shipment.VoidedAt is null).Select(shipment => shipment.Id)];
            }
        }
    }

    /// <summary>Forgets every token, as UPS does when a secret is changed.</summary>
    public void RevokeTokens()
    {
        lock (Gate)
        {
            _tokens.Clear();
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        Operation(routes, "POST", "security/v1/oauth/token", "token", TokenAsync);
        Operation(routes, "POST", "api/rating/{version}/{option}", "rate", context => GuardedAsync(context, RateAsync));
        Operation(routes, "POST", "api/shipments/{version}/ship", "ship", context => GuardedAsync(context, ShipAsync));
        Operation(routes, "DELETE", "api/shipments/{version}/void/cancel/{id}", "void", context => GuardedAsync(context, VoidAsync));
        Operation(routes, "POST", "api/labels/{version}/recovery", "label-recovery", context => GuardedAsync(context, RecoverAsync));
        Operation(routes, "GET", "api/track/v1/details/{number}", "track", context => GuardedAsync(context, TrackAsync));
        Operation(routes, "GET", "api/track/v1/reference/details/{number}", "track-reference", context => GuardedAsync(context, TrackReferenceAsync));
        MapCompanions(routes);
    }

    private static Task ErrorAsync(HttpContext context, int status, string code, string message) => SandboxJson.WriteAsync(
        context,
        status,
        new JsonObject
        {
            ["response"] = new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) },
        });

    private async Task GuardedAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        if (!TryTakeCall())
        {
            context.Response.Headers.RetryAfter = "1";
            await ErrorAsync(context, 429, "10429", "Too Many Requests").ConfigureAwait(false);
            return;
        }

        var header = context.Request.Headers.Authorization.ToString();
        bool known, alive;
        lock (Gate)
        {
            known = header.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.TryGetValue(header[7..], out _);
            alive = known && _tokens[header[7..]] > Clock.GetUtcNow();
        }

        if (!alive)
        {
            await ErrorAsync(context, 401, known ? "251004" : "250002", known ? "The token has expired" : "Invalid Authentication Information.").ConfigureAwait(false);
            return;
        }

        if (context.Request.Headers["transId"].Count == 0 || context.Request.Headers["transactionSrc"].Count == 0)
        {
            await ErrorAsync(context, 400, "20007", "Missing required field: transId, transactionSrc").ConfigureAwait(false);
            return;
        }

        await handle(context).ConfigureAwait(false);
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"));
        if (context.Request.Headers.Authorization != expected || form["grant_type"] != "client_credentials")
        {
            await ErrorAsync(context, 401, "10401", "ClientId is Invalid").ConfigureAwait(false);
            return;
        }

        string token;
        lock (Gate)
        {
            token = $"ups-token-{++_tokenCount}";
            _tokens[token] = Clock.GetUtcNow() + TokenLifetime;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["issued_at"] = Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["client_id"] = ClientId,
            ["access_token"] = token,
            ["expires_in"] = ((long)TokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["status"] = "approved",
        }).ConfigureAwait(false);
    }

    private async Task RateAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var shipment = body.At("RateRequest", "Shipment");
        if (shipment is null)
        {
            await ErrorAsync(context, 400, "10002", "The request is well formed but the request is not valid").ConfigureAwait(false);
            return;
        }

        var weight = Kilograms(shipment);
        var wanted = shipment.At("Service", "Code").Text();
        if (Problem(shipment, "PackagingType") is { } problem)
        {
            await ErrorAsync(context, 400, problem.Code, problem.Message).ConfigureAwait(false);
            return;
        }

        var negotiated = shipment.At("ShipmentRatingOptions", "NegotiatedRatesIndicator") is not null;
        var rated = new JsonArray();
        foreach (var service in Services.Where(service => wanted.Length == 0 || service.Code == wanted))
        {
            var price = service.Base + (service.PerKilogram * weight);
            var entry = new JsonObject
            {
                ["Service"] = new JsonObject { ["Code"] = service.Code, ["Description"] = "" },
                ["RatedShipmentAlert"] = new JsonArray(),
                ["TransportationCharges"] = Charge(price * 1.25m),
                ["ServiceOptionsCharges"] = Charge(0),
                ["TotalCharges"] = Charge(price * 1.25m),
                ["GuaranteedDelivery"] = new JsonObject { ["BusinessDaysInTransit"] = service.Days.ToString(CultureInfo.InvariantCulture) },
            };
            if (negotiated)
            {
                entry["NegotiatedRateCharges"] = new JsonObject { ["TotalCharge"] = Charge(price) };
            }

            rated.Add((JsonNode)entry);
        }

        if (rated.Count == 0)
        {
            await ErrorAsync(context, 400, "111210", "The requested service is unavailable between the selected locations.").ConfigureAwait(false);
            return;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["RateResponse"] = new JsonObject { ["Response"] = Status(), ["RatedShipment"] = rated },
        }).ConfigureAwait(false);
    }

    private async Task ShipAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var shipment = body.At("ShipmentRequest", "Shipment");
        if (shipment is null)
        {
            await ErrorAsync(context, 400, "10002", "The request is well formed but the request is not valid").ConfigureAwait(false);
            return;
        }

        if ((Problem(shipment, "Packaging") ?? OptionProblem(shipment)) is { } problem)
        {
            await ErrorAsync(context, 400, problem.Code, problem.Message).ConfigureAwait(false);
            return;
        }

        if (shipment.At("Shipper", "ShipperNumber").Text() != AccountNumber)
        {
            await ErrorAsync(context, 400, "120100", "Missing or invalid shipper number").ConfigureAwait(false);
            return;
        }

        var code = shipment.At("Service", "Code").Text();
        var service = Services.FirstOrDefault(known => known.Code == code);
        if (service.Code is null)
        {
            await ErrorAsync(context, 400, "121210", "The requested service is unavailable between the selected locations.").ConfigureAwait(false);
            return;
        }

        var format = body.At("ShipmentRequest", "LabelSpecification", "LabelImageFormat", "Code").Text();
        var references = References(shipment);
        UpsShipment sold;
        lock (Gate)
        {
            var numbers = shipment.At("Package").Items().Select(_ => TrackingNumber(++_packageCount)).ToList();
            sold = new UpsShipment(numbers[0], numbers, references, Clock.GetUtcNow());
            _shipments.Add(sold.Id, sold);
        }

        var price = service.Base + (service.PerKilogram * Kilograms(shipment));
        var packages = new JsonArray();
        foreach (var number in sold.Packages)
        {
            packages.Add((JsonNode)new JsonObject
            {
                ["TrackingNumber"] = number,
                ["ShippingLabel"] = new JsonObject
                {
                    ["ImageFormat"] = new JsonObject { ["Code"] = format, ["Description"] = format },
                    ["GraphicImage"] = Convert.ToBase64String(Label(format, number)),
                },
            });
        }

        var results = new JsonObject
        {
            ["ShipmentCharges"] = new JsonObject { ["TotalCharges"] = Charge(price * 1.25m) },
            ["NegotiatedRateCharges"] = new JsonObject { ["TotalCharge"] = Charge(price) },
            ["ShipmentIdentificationNumber"] = sold.Id,
            ["PackageResults"] = packages,
        };
        if (Invoice(shipment) is { } form)
        {
            results["Form"] = form;
        }

        await SandboxJson.WriteAsync(
            context,
            200,
            new JsonObject { ["ShipmentResponse"] = new JsonObject { ["Response"] = Status(), ["ShipmentResults"] = results } }).ConfigureAwait(false);
    }

    private async Task VoidAsync(HttpContext context)
    {
        var id = context.Request.RouteValues["id"]?.ToString() ?? "";
        (string Code, string Message)? problem = null;
        lock (Gate)
        {
            if (!_shipments.TryGetValue(id, out var shipment))
            {
                problem = ("190117", "The shipment is not found");
            }
            else if (shipment.VoidedAt is not null)
            {
                problem = ("190118", "The shipment has already been voided");
            }
            else if (SandboxJourney.Until(shipment.CreatedAt, Clock.GetUtcNow()).Last().Status != TrackingStatus.Created)
            {
                problem = ("190102", "No shipment found within the allowed void period");
            }
            else
            {
                shipment.VoidedAt = Clock.GetUtcNow();
            }
        }

        if (problem is { } found)
        {
            await ErrorAsync(context, 400, found.Code, found.Message).ConfigureAwait(false);
            return;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["VoidShipmentResponse"] = new JsonObject
            {
                ["Response"] = Status(),
                ["SummaryResult"] = new JsonObject { ["Status"] = new JsonObject { ["Code"] = "1", ["Description"] = "Voided" } },
            },
        }).ConfigureAwait(false);
    }

    private async Task RecoverAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var number = body.At("LabelRecoveryRequest", "TrackingNumber").Text();
        var format = body.At("LabelRecoveryRequest", "LabelSpecification", "LabelImageFormat", "Code").Text();
        UpsShipment? shipment;
        lock (Gate)
        {
            shipment = _shipments.Values.FirstOrDefault(known => known.Packages.Contains(number) && known.VoidedAt is null);
        }

        if (shipment is null)
        {
            await ErrorAsync(context, 400, "300020", "The label is not found").ConfigureAwait(false);
            return;
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["LabelRecoveryResponse"] = new JsonObject
            {
                ["Response"] = Status(),
                ["ShipmentIdentificationNumber"] = shipment.Id,
                ["LabelResults"] = new JsonArray(new JsonObject
                {
                    ["TrackingNumber"] = number,
                    ["LabelImage"] = new JsonObject
                    {
                        ["LabelImageFormat"] = new JsonObject { ["Code"] = format },
                        ["GraphicImage"] = Convert.ToBase64String(Label(format, number)),
                    },
                }),
            },
        }).ConfigureAwait(false);
    }

    private Task TrackAsync(HttpContext context)
    {
        var number = context.Request.RouteValues["number"]?.ToString() ?? "";
        if (number.Length is < 7 or > 34)
        {
            return ErrorAsync(context, 400, "TV1002", "Invalid inquiry number");
        }

        lock (Gate)
        {
            return WriteTrackingAsync(context, number, _shipments.Values.Where(shipment => shipment.Packages.Contains(number)));
        }
    }

    private Task TrackReferenceAsync(HttpContext context)
    {
        var reference = context.Request.RouteValues["number"]?.ToString() ?? "";
        lock (Gate)
        {
            return WriteTrackingAsync(context, reference, _shipments.Values.Where(shipment => shipment.References.Contains(reference)));
        }
    }

    private Task WriteTrackingAsync(HttpContext context, string inquiry, IEnumerable<UpsShipment> found)
    {
        var now = Clock.GetUtcNow();
        var packages = new JsonArray();
        foreach (var shipment in found)
        {
            foreach (var number in shipment.Packages.Where(number => number == inquiry || shipment.References.Contains(inquiry)))
            {
                var package = Package(shipment, number, now);
                if (context.Request.Query["returnPOD"] == "true" && Proof(shipment, number, now) is { } proof)
                {
                    package["deliveryInformation"] = proof;
                }

                packages.Add((JsonNode)package);
            }
        }

        var entry = new JsonObject { ["inquiryNumber"] = inquiry };
        if (packages.Count == 0)
        {
            entry["warnings"] = new JsonArray(new JsonObject { ["code"] = "TW0001", ["message"] = "Tracking Information Not Found" });
        }
        else
        {
            entry["package"] = packages;
        }

        return SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["trackResponse"] = new JsonObject { ["shipment"] = new JsonArray(entry) },
        });
    }

    private static JsonObject Package(UpsShipment shipment, string number, DateTimeOffset now)
    {
        var steps = SandboxJourney.Until(shipment.CreatedAt, shipment.VoidedAt ?? now).Reverse().ToList();
        var activity = new JsonArray();
        if (shipment.VoidedAt is { } voidedAt)
        {
            activity.Add((JsonNode)Activity(voidedAt, "MV", "VP", "007", "Shipment Information Voided"));
        }

        foreach (var (at, status) in steps)
        {
            var (type, code, statusCode, text) = status.Value switch
            {
                "created" => ("M", "MP", "003", "Shipment Ready for UPS"),
                "picked_up" => ("P", "XD", "038", "Picked Up"),
                "in_transit" => ("I", "DP", "005", "Departed from Facility"),
                "out_for_delivery" => ("O", "OT", "021", "Out for Delivery"),
                _ => ("D", "KB", "011", "Delivered"),
            };
            activity.Add((JsonNode)Activity(at, type, code, statusCode, text));
        }

        var current = activity[0]!["status"]!;
        var package = new JsonObject
        {
            ["trackingNumber"] = number,
            ["currentStatus"] = new JsonObject
            {
                ["code"] = current["statusCode"]!.Text(),
                ["description"] = current["description"]!.Text(),
                ["type"] = current["type"]!.Text(),
                ["statusCode"] = current["statusCode"]!.Text(),
            },
            ["activity"] = activity,
            ["packageCount"] = shipment.Packages.Count,
        };
        package["deliveryDate"] = new JsonArray(new JsonObject
        {
            ["type"] = steps[0].Status == TrackingStatus.Delivered ? "DEL" : "SDD",
            ["date"] = shipment.CreatedAt.AddHours(24).ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        });
        return package;
    }

    private static JsonObject Activity(DateTimeOffset at, string type, string code, string statusCode, string text) => new()
    {
        ["date"] = at.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        ["time"] = at.ToString("HHmmss", CultureInfo.InvariantCulture),
        ["gmtDate"] = at.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        ["gmtTime"] = at.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        ["gmtOffset"] = "+00:00",
        ["location"] = new JsonObject { ["address"] = new JsonObject { ["city"] = "LYON", ["countryCode"] = "FR", ["country"] = "FR" } },
        ["status"] = new JsonObject { ["type"] = type, ["code"] = code, ["statusCode"] = statusCode, ["description"] = text },
    };

    private static (string Code, string Message)? Problem(JsonNode shipment, string packaging)
    {
        var packages = shipment.At("Package").Items().ToList();
        if (packages.Count == 0)
        {
            return ("120500", "At least one package is required");
        }

        foreach (var package in packages)
        {
            if (package.At(packaging, "Code").Text().Length == 0)
            {
                return ("120502", $"Missing or invalid {packaging} code");
            }

            if (!decimal.TryParse(package.At("PackageWeight", "Weight").Text(), NumberStyles.Number, CultureInfo.InvariantCulture, out var weight) || weight <= 0)
            {
                return ("120507", "Missing or invalid package weight");
            }

            var limit = package.At("PackageWeight", "UnitOfMeasurement", "Code").Text() == "LBS" ? 150m : 70m;
            if (weight > limit)
            {
                return ("120508", $"The maximum per package weight is {limit}");
            }
        }

        foreach (var party in (string[])["Shipper", "ShipTo"])
        {
            var country = shipment.At(party, "Address", "CountryCode").Text();
            var postalCode = shipment.At(party, "Address", "PostalCode").Text();
            if (country is "FR" or "DE" && (postalCode.Length != 5 || !postalCode.All(char.IsAsciiDigit)))
            {
                return ("120206", $"Missing or invalid {party} postal code");
            }
        }

        var crossesBorder = shipment.At("Shipper", "Address", "CountryCode").Text() != shipment.At("ShipTo", "Address", "CountryCode").Text();
        return crossesBorder && packaging == "Packaging" && shipment.At("Description").Text().Length == 0
            ? ("120512", "Shipment description is required for international shipments")
            : null;
    }

    private static HashSet<string> References(JsonNode shipment)
    {
        var all = shipment.At("ReferenceNumber").Items()
            .Concat(shipment.At("Package").Items().SelectMany(package => package.At("ReferenceNumber").Items()));
        return [.. all.Select(reference => reference.At("Value").Text()).Where(static value => value.Length > 0)];
    }

    private static decimal Kilograms(JsonNode shipment) => shipment.At("Package").Items().Sum(package =>
    {
        _ = decimal.TryParse(package.At("PackageWeight", "Weight").Text(), NumberStyles.Number, CultureInfo.InvariantCulture, out var weight);
        return package.At("PackageWeight", "UnitOfMeasurement", "Code").Text() == "LBS" ? weight * 0.45359237m : weight;
    });

    private static byte[] Label(string format, string number) => format switch
    {
        "ZPL" => SandboxLabel.Zpl([[number, "UPS sandbox", "not a real label"]]),
        "EPL" => Encoding.ASCII.GetBytes($"N\nA40,40,0,4,1,1,N,\"UPS sandbox\"\nB40,200,0,1,2,4,200,B,\"{number}\"\nP1\n"),
        "PNG" => SandboxImage.Png(number),
        _ => SandboxImage.Gif(number),
    };

    private static JsonObject Status() => new()
    {
        ["ResponseStatus"] = new JsonObject { ["Code"] = "1", ["Description"] = "Success" },
        ["TransactionReference"] = new JsonObject { ["TransactionIdentifier"] = "sandbox" },
    };

    private static JsonObject Charge(decimal euros) => new()
    {
        ["CurrencyCode"] = "EUR",
        ["MonetaryValue"] = decimal.Round(euros, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture),
    };

    private string TrackingNumber(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"1Z{AccountNumber}68{count:D8}");

    private sealed record UpsShipment(string Id, IReadOnlyList<string> Packages, IReadOnlySet<string> References, DateTimeOffset CreatedAt)
    {
        public DateTimeOffset? VoidedAt { get; set; }
    }
}
