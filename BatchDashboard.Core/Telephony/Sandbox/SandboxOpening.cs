namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>What the assistant says first: the first sentence of the settings, or how the prompt begins.</summary>
internal static class SandboxOpening
{
    private const int LongestOpening = 400;
    private const string Unscripted = "Hello, this is an automated call. Do you have a minute?";

    private static readonly string[] Instructions = ["you are ", "you're ", "your ", "act as "];

    public static string Of(SandboxRequest request, TemplateRenderer render)
    {
        if (request.FirstSentence is { } sentence) return render(sentence, request.Variables);
        return request.Task is { } task && !IsInstruction(task)
            ? Shorten(render(task, request.Variables), LongestOpening)
            : Unscripted;
    }

    /// <summary>On one line, and cut after a sentence, or else a word, when longer than that.</summary>
    public static string Shorten(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length) return line;
        var head = line[..length];
        var sentence = head.LastIndexOfAny(['.', '?', '!']);
        if (sentence > 0) return head[..(sentence + 1)];
        var word = head.LastIndexOf(' ');
        if (word > 0) return head[..word] + "…";
        return (char.IsHighSurrogate(head[^1]) ? head[..^1] : head) + "…";
    }

    // A prompt that tells the assistant who it is would sound odd when spoken.
    private static bool IsInstruction(string task) =>
        Instructions.Any(start => task.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
