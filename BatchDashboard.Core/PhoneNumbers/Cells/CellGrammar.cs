namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>
/// The strict grammar of one number: a plus, digits, and spaces, dashes, dots and brackets between. A table, because a
/// million cells of all spellings would keep a processor guessing at the branches of anything else.
/// </summary>
internal static class CellGrammar
{
    /// <summary>What was read last, spaces apart.</summary>
    private enum After : byte
    {
        Fault,
        Nothing,
        Plus,
        Digit,
        Mark,
        Close,
        OpenBeforeAll,
        Open,
        OpenPlus,
        OpenDigit,
        OpenMark,
    }

    /// <summary>What is kept comes first.</summary>
    private enum Character : byte
    {
        Digit = 1,
        Plus,
        Space,
        Open,
        Close,
        Mark,
        Other,
    }

    private const int Characters = 8;

    private static readonly Character[] CharacterOf = ListCharacters();
    private static readonly After[] Next = ListSteps();

    /// <param name="kept">Takes the plus and the digits; its last place is none of theirs.</param>
    /// <param name="length">What a longer <paramref name="kept"/> would take.</param>
    public static bool TryClean(ReadOnlySpan<char> text, Span<char> kept, out int length)
    {
        length = 0;
        var state = After.Nothing;
        foreach (var character in text)
        {
            var read = character < CharacterOf.Length ? CharacterOf[character] : Character.Other;
            state = Next[((int)state * Characters) + (int)read];
            if (state == After.Fault)
                return false;

            // Without asking first: what is not kept is written over.
            kept[Math.Min(length, kept.Length - 1)] = character;
            length += read <= Character.Plus ? 1 : 0;
        }

        return state is After.Digit or After.Close;
    }

    private static Character[] ListCharacters()
    {
        var all = new Character[128];
        all.AsSpan().Fill(Character.Other);
        all.AsSpan('0', 10).Fill(Character.Digit);
        all[' '] = Character.Space;
        all['+'] = Character.Plus;
        all['('] = Character.Open;
        all[')'] = Character.Close;
        all['-'] = all['.'] = Character.Mark;
        return all;
    }

    private static After[] ListSteps()
    {
        (After State, After Digit, After Plus, After Open, After Close, After Mark)[] steps =
        [
            (After.Nothing, After.Digit, After.Plus, After.OpenBeforeAll, After.Fault, After.Fault),
            (After.Plus, After.Digit, After.Fault, After.Fault, After.Fault, After.Fault),
            (After.Digit, After.Digit, After.Fault, After.Open, After.Fault, After.Mark),
            (After.Mark, After.Digit, After.Fault, After.Open, After.Fault, After.Fault),
            (After.Close, After.Digit, After.Fault, After.Open, After.Fault, After.Mark),
            (After.OpenBeforeAll, After.OpenDigit, After.OpenPlus, After.Fault, After.Fault, After.Fault),
            (After.Open, After.OpenDigit, After.Fault, After.Fault, After.Fault, After.Fault),
            (After.OpenPlus, After.OpenDigit, After.Fault, After.Fault, After.Fault, After.Fault),
            (After.OpenDigit, After.OpenDigit, After.Fault, After.Fault, After.Close, After.OpenMark),
            (After.OpenMark, After.OpenDigit, After.Fault, After.Fault, After.Fault, After.Fault),
        ];
        var all = new After[(steps.Length + 1) * Characters];
        foreach (var (state, digit, plus, open, close, mark) in steps)
        {
            After[] next = [After.Fault, digit, plus, state, open, close, mark];
            next.CopyTo(all, (int)state * Characters);
        }

        return all;
    }
}
