namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>What <see cref="PhoneGate"/> says of one cell: a number to dial, or the reason why not.</summary>
/// <param name="Number">Set when the cell may be dialled.</param>
/// <param name="Changed">
/// The number was read after removing a wrapper or normalising its characters, which people should see.
/// </param>
/// <param name="Problem">Set when it may not; its code is one of <see cref="Imports.SkipCodes"/>.</param>
public readonly record struct PhoneVerdict(PhoneNumber? Number, bool Changed, Error? Problem);
