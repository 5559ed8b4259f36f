namespace BatchDashboard.Core.Webhooks.Http;

/// <summary>A webhook's host is, or would be, inside: on this machine, in its network, or a metadata service.</summary>
public sealed class RefusedAddressException() : IOException("The host has an address that is not public.");
