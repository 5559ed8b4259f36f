namespace BatchDashboard.Core.Batches.Requests;

/// <summary>The program that asks for a batch.</summary>
/// <param name="Id">Stable for the program, also when its key is replaced.</param>
/// <param name="Name">For people.</param>
/// <param name="IdempotencyKey">
/// The same key with the same request gives the same batch; null: every request gives a new one.</param>
public sealed record BatchRequester(string Id, string Name, string? IdempotencyKey);
