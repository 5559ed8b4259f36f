using BatchDashboard.Core.Batches;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BatchDashboard.Core.Data;

internal sealed class BatchIdConverter() : ValueConverter<BatchId, Guid>(id => id.Value, value => new BatchId(value));
