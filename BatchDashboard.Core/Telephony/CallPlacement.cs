using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Telephony;

/// <summary>One dial, as asked of a provider.</summary>
/// <param name="Attempt">Number of this dial of the call, from 1.</param>
/// <param name="Settings">The call's settings that a provider carries out, <c>request_data</c> included; ours are not in it.</param>
public sealed record CallPlacement(
    AttemptKey Key,
    int Attempt,
    BatchId? BatchId,
    CallId CallId,
    PhoneNumber To,
    JsonObject Settings);
