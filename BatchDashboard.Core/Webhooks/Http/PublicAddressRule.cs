using System.Net;

namespace BatchDashboard.Core.Webhooks.Http;

/// <summary>Tells whether an address is public.</summary>
internal delegate bool PublicAddressRule(IPAddress address);
