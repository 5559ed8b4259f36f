using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BatchDashboard.Core.Data;

/// <summary>For values that are replaced whole: EF need not look into them, because writers mark what they change.</summary>
internal sealed class WholeValueComparer<T>() : ValueComparer<T>(
    (left, right) => ReferenceEquals(left, right),
    value => RuntimeHelpers.GetHashCode(value),
    value => value);
