namespace BatchDashboard.Core;

/// <summary>An expected refusal: a stable code for programs, a sentence for people, and the field it is about.</summary>
/// <param name="Code">Stable and machine-readable, in the wire's own spelling.</param>
/// <param name="Message">What happened, where, and what to do about it.</param>
/// <param name="Field">The input it is about, such as <c>call_objects[7].phone_number</c>.</param>
public sealed record Error(string Code, string Message, string? Field = null);
