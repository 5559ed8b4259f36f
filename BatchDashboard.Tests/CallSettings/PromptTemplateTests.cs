using System.Text;
using BatchDashboard.Core.CallSettings;
using CsCheck;

namespace BatchDashboard.Tests.CallSettings;

public sealed class PromptTemplateTests
{
    private static readonly Gen<string> Punctuation =
        Gen.Char["{}|:\"'“” \nad_.-efultxé\0"].Array[0, 60].Select(c => new string(c));
    private static readonly Gen<string> Fragments = Gen.OneOf(
        "{{", "}}", "{", "}", "name", " ", "|", "default", ":", "\"there\"", "{{name}}",
        "{{ a.b | default: 'x' }}", "\ud800")
        .Array[0, 20].Select(string.Concat);

    private static readonly Gen<string> AnyText = Gen.OneOf<string>(Gen.String, Punctuation, Fragments);

    [Fact]
    public void The_prompt_of_the_guide_speaks_to_Emily()
    {
        var prompt = PromptTemplate.Parse("Hi {{customer_name}}, your next {{service}} as early as {{date}}.");

        var rendered = prompt.Render(
            Values(("customer_name", "Emily"), ("service", "Home Cleaning"), ("date", "July 10")));

        Assert.Equal("Hi Emily, your next Home Cleaning as early as July 10.", rendered.Text);
        Assert.Equal(["customer_name", "service", "date"], prompt.Variables);
        Assert.Empty(rendered.Missing);
    }

    [Theory]
    [InlineData("{{ name }}", "Sarah H"), InlineData("{{\tname\n}}", "Sarah H"), InlineData("{{{name}}}", "{Sarah H}")]
    [InlineData("{{name}}{{name}}", "Sarah HSarah H"), InlineData("a{{name}}", "aSarah H")]
    [InlineData("{{name|default:\"x\"}}", "Sarah H"), InlineData("{{a{{name}}", "{{aSarah H")]
    public void A_variable_is_replaced_wherever_it_stands(string text, string expected) =>
        Assert.Equal(expected, PromptTemplate.Parse(text).Render(Values(("name", "Sarah H"))).Text);

    [Theory]
    [InlineData("{{x | default: \"there\"}}", "there"), InlineData("{{x|default:'there'}}", "there")]
    [InlineData("{{ x | default : “there” }}", "there"), InlineData("{{x | default: \"\"}}", "")]
    [InlineData("{{blank | default: \"it's\"}}", "it's")]
    public void A_default_stands_in_for_a_missing_or_blank_value(string text, string expected)
    {
        var rendered = PromptTemplate.Parse(text).Render(Values(("blank", " \t")));

        Assert.Equal(expected, rendered.Text);
        Assert.Empty(rendered.Missing);
    }

    [Theory]
    [InlineData(@"{{x | default: ""the \""big\"" one""}}", @"the ""big"" one"), InlineData(@"{{x | default: 'it\'s'}}", "it's")]
    [InlineData(@"{{x | default: “a \” b”}}", "a ” b"), InlineData(@"{{x | default: ""C:\\""}}", @"C:\")]
    [InlineData(@"{{x | default: ""a\b""}}", @"a\b"), InlineData(@"{{x | default: ""it\'s""}}", @"it\'s")]
    public void A_backslash_stands_before_a_quote_or_a_backslash_that_is_meant(string text, string expected) =>
        Assert.Equal(expected, PromptTemplate.Parse(text).Render(Values()).Text);

    [Theory]
    [InlineData("Hi {{name | default: \"there\"}}", "Hi {{name}}"), InlineData("Hi {{x | default: \"there\"}}", "Hi there")]
    [InlineData("Hi {{blank | default: 'there'}}, {{x}} {{now}}", "Hi there, {{x}} {{now}}")]
    [InlineData("{{name}}{{x|default:\"\"}}|", "{{name}}|"), InlineData("{{x | default: there}}", "{{x | default: there}}")]
    public void Who_knows_no_defaults_gets_them_filled_in_and_values_stay_data(string text, string expected) =>
        Assert.Equal(expected, PromptTemplate.Parse(text).WithDefaults(Values(("name", "{{x}}"), ("blank", " \n"))));

    [Fact]
    public void A_default_that_is_said_is_told_apart_from_a_value() => Assert.Equal(
        [new RenderedPart("Emily", "name"), new(" "), new("there", "gone", IsDefault: true)],
        PromptTemplate.Parse("{{name | default: 'x'}} {{gone | default: 'there'}}").Render(Values(("name", "Emily"))).Parts);

    [Theory]
    [InlineData("{{}}"), InlineData("{{ }}"), InlineData("{name}"), InlineData("{{name}")]
    [InlineData("{{customer name}}")]
    [InlineData("{{name | upper}}"), InlineData("{{name | default: there}}"), InlineData("{{name | default: \"there}}")]
    [InlineData("{{name | default: \"a}}b\"}}"), InlineData("}}{{"), InlineData("{{name|default:")]
    [InlineData("{{na$me}}"), InlineData(@"{{x | default: ""a\""}}"), InlineData(@"{{x | default: ""\"), InlineData("{{x | default: \"a{b\"}}")]
    public void Malformed_braces_stay_as_they_are(string text)
    {
        var prompt = PromptTemplate.Parse(text);

        Assert.Equal(text, prompt.Render(Values(("name", "Sarah"))).Text);
        Assert.Empty(prompt.Variables);
    }

    [Fact]
    public void Values_are_data_and_not_expanded_again()
    {
        var rendered = PromptTemplate.Parse("{{a}} {{b}}").Render(Values(("a", "{{b}}"), ("b", "{{a}}")));

        Assert.Equal("{{b}} {{a}}", rendered.Text);
    }

    [Fact]
    public void Missing_variables_are_empty_and_reported_once()
    {
        var rendered = PromptTemplate.Parse("<{{gone}}{{gone}}{{blank}}>").Render(Values(("blank", " ")));

        Assert.Equal("<>", rendered.Text);
        Assert.Equal(["gone", "blank"], rendered.Missing);
    }

    [Fact]
    public void The_parts_tell_text_values_and_gaps_apart()
    {
        var rendered = PromptTemplate.Parse("Hi {{name}}{{gone}}!").Render(Values(("name", "Emily")));

        Assert.Equal(
            [new RenderedPart("Hi "), new("Emily", "name"), new("", "gone", Missing: true), new("!")],
            rendered.Parts);
    }

    [Fact]
    public void Names_are_letters_digits_and_a_few_marks_and_keep_their_letter_case()
    {
        var prompt = PromptTemplate.Parse("{{customerName}} {{customer.name}} {{a-b_2}} {{prénom}} {{CustomerName}}");

        Assert.Equal(["customerName", "customer.name", "a-b_2", "prénom", "CustomerName"], prompt.Variables);
    }

    [Theory]
    [InlineData("{{a|default:“"), InlineData("{{a|default:\"")]
    public async Task Megabytes_of_malformed_braces_are_read_once(string piece)
    {
        // Takes a fraction of a second; quadratic time would take many minutes, which is all the limit is for.
        var text = new StringBuilder().Insert(0, piece, 16_000_000 / piece.Length).ToString();

        var rendered = await Task.Run(() => PromptTemplate.Parse(text).Render(Values()))
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(text, rendered.Text);
    }

    [Fact]
    public void Nothing_makes_it_throw_and_the_parts_are_the_whole() =>
        AnyText.Select(AnyText).Sample((text, value) =>
        {
            var rendered = PromptTemplate.Parse(text).Render(Values(("name", value), ("a", value)));
            return rendered.Text == string.Concat(rendered.Parts.Select(part => part.Text));
        });

    [Fact]
    public void A_template_without_variables_renders_as_itself() =>
        AnyText.Select(PromptTemplate.Parse).Where(prompt => prompt.Variables.Count == 0)
            .Sample(prompt => prompt.Render(Values(("name", "changed"))).Text == prompt.Text);

    [Fact]
    public void Only_variables_are_replaced_and_all_of_them() =>
        AnyText.Select(text => text.Replace('{', '[')).Array[2].Sample(around =>
        {
            var prompt = PromptTemplate.Parse(around[0] + "{{name}}" + around[1]);
            return prompt.Render(Values(("name", "{{v}}"))).Text == around[0] + "{{v}}" + around[1];
        });

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
