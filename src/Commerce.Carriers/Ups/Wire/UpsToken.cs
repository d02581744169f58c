namespace Commerce.Carriers.Ups.Wire;

#pragma warning disable IDE1006, SA1300 // The wire's own spelling.
internal sealed record UpsToken(string? access_token, string? expires_in, string? token_type, string? status);
