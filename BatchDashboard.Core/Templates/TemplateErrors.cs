using System.Globalization;

namespace BatchDashboard.Core.Templates;

/// <summary>Why something cannot be done with a template.</summary>
public static class TemplateErrors
{
    public const string NameField = "name";
    public const string ChangedMeanwhileCode = "template_changed";

    public static Error NotFound() =>
        new("template_not_found", "This template does not exist any more. Batches that were launched with it keep their copy.");

    public static Error NoSuchVersion(int version) =>
        new("template_version_not_found", $"There is no version {Number(version)} of this template.");

    public static Error NoName() => new("no_name", "Give the template a name, by which others find it.", NameField);

    public static Error NameTooLong() =>
        new("name_too_long", $"The name has more than {Number(TemplateChecks.MaxNameLength)} characters. Shorten it.", NameField);

    public static Error NameTaken(string name) =>
        new("name_taken", $"There is a template “{name}” already. Give this one another name.", NameField);

    public static Error NothingChanged() =>
        new("nothing_changed", "Nothing differs from the newest version, so there is no new one.");

    public static Error ChangedMeanwhile(TemplateVersion newest) => new(
        ChangedMeanwhileCode,
        $"{newest.SavedBy} has saved version {Number(newest.Number)} since you opened the template. " +
        "Save once more to put your text on top of it; theirs stays among the versions.");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
