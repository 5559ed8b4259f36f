using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Tests.Reliability;

/// <summary>What came of a run of the <see cref="KillHarness"/>.</summary>
/// <param name="AtFaultPoints">Kills at each named step of a dial; the others were at any moment.</param>
/// <param name="Twice">Numbers that the provider called more than once.</param>
/// <param name="Lost">Recipients that the app believes to be done with and that were never called, or that are not settled.</param>
/// <param name="InReview">Calls of which it cannot be known whether they were made: an operator decides.</param>
/// <param name="Miscounted">Batches whose counters are not the truth.</param>
internal sealed record KillReport(
    int Recipients, int Kills, IReadOnlyDictionary<FaultPoint, int> AtFaultPoints, int Twice, int Lost, int InReview, int Miscounted)
{
    public override string ToString() =>
        $"{Recipients} recipients, {Kills} kills, {AtFaultPoints.Values.Sum()} of them at a step ({string.Join(", ", AtFaultPoints)}): " +
        $"{Twice} called twice, {Lost} lost, {InReview} in review, {Miscounted} counters wrong";
}
