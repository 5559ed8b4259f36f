using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch;

/// <summary>What one recipient would be told.</summary>
/// <param name="RowNumber">Of the file.</param>
public sealed record PreviewedCall(int RowNumber, PhoneNumber Number, RenderedPrompt FirstSentence, RenderedPrompt Prompt);
