using BatchDashboard.Core.PhoneNumbers;
namespace BatchDashboard.Benchmarks;
internal static class Prof
{
    public static int Run()
    {
        var lists = PhoneNumbers.PhoneList.All().ToArray();
        foreach (var list in lists.Where(l => l.Name.StartsWith("+1", StringComparison.Ordinal) || l.Name.StartsWith("ten", StringComparison.Ordinal) || l.Name.StartsWith("US", StringComparison.Ordinal)|| l.Name.StartsWith("JP", StringComparison.Ordinal)|| l.Name.StartsWith("garb", StringComparison.Ordinal)))
        {
            Console.WriteLine(list.Name);
            var cells = list.Cells;
            var home = DialPlan.Of(list.Rules.DefaultCountry);
            var gate = new PhoneGate();
            for (var round = 0; round < 4; round++)
            {
                var print = round == 3;
                T(print, "normalize", cells, c => { var n = (System.Text.Ascii.IsValid(c) ? c.AsSpan().Trim() : ""); return n.Length; });
                T(print, "+unwrap", cells, c => { var n = CellWrapper.Unwrap((System.Text.Ascii.IsValid(c) ? c.AsSpan().Trim() : ""), out _); return n.Length; });
                T(print, "+syntax", cells, c => { Span<char> k = stackalloc char[20]; var n = CellWrapper.Unwrap((System.Text.Ascii.IsValid(c) ? c.AsSpan().Trim() : ""), out _); return CellSyntax.Read(n, k, out var t) is null ? t.Digits.Length : 0; });
                T(print, "+parse", cells, c => { Span<char> k = stackalloc char[20]; var n = CellWrapper.Unwrap((System.Text.Ascii.IsValid(c) ? c.AsSpan().Trim() : ""), out _); return CellSyntax.Read(n, k, out var t) is null ? (home.TryParse(t, out var x) ? x.NationalDigits.Length : 0) : 0; });
                T(print, "+read", cells, c => { Span<char> k = stackalloc char[20]; var n = CellWrapper.Unwrap((System.Text.Ascii.IsValid(c) ? c.AsSpan().Trim() : ""), out _); return CellSyntax.Read(n, k, out var t) is null ? (int)NumberingPlan.Read(t, home).Fit : 0; });
                T(print, "+dialplan", cells, c => { var home = DialPlan.Of(list.Rules.DefaultCountry); Span<char> k = stackalloc char[20]; var n = CellWrapper.Unwrap((System.Text.Ascii.IsValid(c) ? c.AsSpan().Trim() : ""), out _); return CellSyntax.Read(n, k, out var t) is null ? (int)NumberingPlan.Read(t, home).Fit : 0; });
                T(print, "+emerg", cells, c => { var home = DialPlan.Of(list.Rules.DefaultCountry); Span<char> k = stackalloc char[20]; var n = CellWrapper.Unwrap((System.Text.Ascii.IsValid(c) ? c.AsSpan().Trim() : ""), out _); if (CellSyntax.Read(n, k, out var t) is not null) return 0; var r = NumberingPlan.Read(t, home); return EmergencyNumbers.IsEmergency(t, r, home) ? 1 : 0; });
                T(print, "all", cells, c => gate.Check(c, list.Rules).Number is null ? 0 : 1);
            }
        }
        return 0;
    }

    public static int Quick()
    {
        foreach (var list in PhoneNumbers.PhoneList.All())
        {
            var gate = new PhoneGate();
            for (var i = 0; i < 8; i++) T(i == 7, list.Name[..Math.Min(10, list.Name.Length)], list.Cells, c => gate.Check(c, list.Rules).Number is null ? 0 : 1);
        }
        return 0;
    }

    private static void T(bool print, string what, string[] cells, Func<string, int> f)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 12; i++)
        {
            var s = TimeProvider.System.GetTimestamp();
            var sum = 0;
            foreach (var c in cells) sum += f(c);
            best = Math.Min(best, TimeProvider.System.GetElapsedTime(s).TotalNanoseconds / cells.Length);
        }
        if (print) Console.WriteLine($"  {what,-10} {best,8:F1} ns");
    }
}
internal static class Inter
{
    public static int Run()
    {
        var u = global::PhoneNumbers.PhoneNumberUtil.GetInstance();
        var sm = typeof(global::PhoneNumbers.MetadataManager).GetMethod("GetShortNumberMetadataForRegion", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        var start = TimeProvider.System.GetTimestamp();
        var states = 0; var max = 0;
        for (var rep = 0; rep < 3; rep++) { states = 0; var tt = TimeProvider.System.GetTimestamp(); foreach (var cc in u.GetSupportedCallingCodes().Order()) states += NumberClassCompiler.Compile(CallingCode.Of(cc))!.GetHashCode(); var one = TimeProvider.System.GetTimestamp(); NumberClassCompiler.Compile(CallingCode.Of(1)); Console.WriteLine($"rep {rep} {states} {TimeProvider.System.GetElapsedTime(tt).TotalMilliseconds:F0} ms, +1 {TimeProvider.System.GetElapsedTime(one).TotalMilliseconds:F1} ms"); } states = 0;
        foreach (var cc in u.GetSupportedCallingCodes().Order())
        {
            var t0 = TimeProvider.System.GetTimestamp();
            var c = CallingCode.Of(cc).Classes!;
            var e = TimeProvider.System.GetElapsedTime(t0);
            states += c.GetHashCode(); max = Math.Max(max, c.GetHashCode());
            if (c.GetHashCode() > 500 || e.TotalMilliseconds > 10) Console.WriteLine($"+{cc} {c.GetHashCode()} states {e.TotalMilliseconds:F1} ms");
        }
        Console.WriteLine($"classes {states} states, max {max}, {TimeProvider.System.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        start = TimeProvider.System.GetTimestamp();
        foreach (var r in u.GetSupportedRegions()) DialPlan.Of(r);
        Console.WriteLine($"dial plans {TimeProvider.System.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        foreach (var r in u.GetSupportedRegions().Order())
        {
            var m = (global::PhoneNumbers.PhoneMetadata?)sm.Invoke(null, [r]);
            if (m is null) continue;
            var nodes = new BatchDashboard.Core.PhoneNumbers.Automata.DigitNodes();
            var code = DialPlan.Of(r).CallingCode;
            var gen = CountryNumbers.NumbersOf(nodes, m.GeneralDesc)!; var sc = CountryNumbers.NumbersOf(nodes, m.ShortCode)!;
            var shorts = nodes.Within(gen, sc);
            foreach (var region in code.Regions)
            {
                var claims = CountryNumbers.Compile(nodes, code, region)!.Claims;
                var both = nodes.Within(claims, shorts);
                if (!(both == BatchDashboard.Core.PhoneNumbers.Automata.DigitNode.Nothing)) Console.WriteLine($"{r} short and valid in {region}: {Example(both)}");
            }
        }
        return 0;
    }
    private static string Example(BatchDashboard.Core.PhoneNumbers.Automata.DigitNode n)
    {
        if (n.Value != 0) return "";
        for (var d = 0; d < 10; d++) if (!(n.After(d) == BatchDashboard.Core.PhoneNumbers.Automata.DigitNode.Nothing)) return d + Example(n.After(d));
        return "?";
    }
}

internal static class Overlap
{
    public static int Run()
    {
        var u = global::PhoneNumbers.PhoneNumberUtil.GetInstance();
        foreach (var r in u.GetSupportedRegions().Order())
        {
            var m = u.GetMetadataForRegion(r);
            var nodes = new BatchDashboard.Core.PhoneNumbers.Automata.DigitNodes();
            (string, global::PhoneNumbers.PhoneNumberDesc)[] d = [("prem", m.PremiumRate), ("toll", m.TollFree), ("shared", m.SharedCost), ("pager", m.Pager), ("uan", m.Uan), ("vm", m.Voicemail), ("voip", m.Voip), ("pers", m.PersonalNumber), ("fixed", m.FixedLine), ("mob", m.Mobile)];
            for (var i = 0; i < d.Length; i++) for (var j = i + 1; j < d.Length; j++)
            {
                var both = nodes.Within(CountryNumbers.NumbersOf(nodes, d[i].Item2)!, CountryNumbers.NumbersOf(nodes, d[j].Item2)!);
                if (both != BatchDashboard.Core.PhoneNumbers.Automata.DigitNode.Nothing && !(d[i].Item1 == "fixed" && d[j].Item1 == "mob")) Console.WriteLine($"{r} {d[i].Item1} {d[j].Item1}");
            }
            var gen = CountryNumbers.NumbersOf(nodes, m.GeneralDesc)!;
            foreach (var x in d) { var n = CountryNumbers.NumbersOf(nodes, x.Item2)!; if (nodes.Within(n, gen) != n) Console.WriteLine($"{r} {x.Item1} outside general"); }
        }
        return 0;
    }
}
