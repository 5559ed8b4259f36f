using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>The one call of a batch, checked.</summary>
/// <param name="Settings">In their normal form.</param>
internal sealed record SingleCall(PhoneNumber To, JsonObject Settings)
{
    /// <summary>Its place in the source: the first call object.</summary>
    public const int RowNumber = 1;

    public static CallKey KeyIn(int batch) => new(batch, RowNumber);
}
