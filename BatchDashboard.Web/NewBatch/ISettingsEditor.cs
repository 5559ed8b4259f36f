using BatchDashboard.Core;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Call settings that are open for editing: those of a draft, or of a template.</summary>
public interface ISettingsEditor
{
    /// <summary>Raised on the circuit's own thread.</summary>
    event Action? Changed;

    /// <summary>The setting is there, if only blank.</summary>
    bool Has(string setting);

    /// <summary>As it was typed; empty when it is not set.</summary>
    string TextOf(string setting);

    /// <param name="text">Null takes the setting out.</param>
    Task SetAsync(string setting, string? text);

    /// <summary>What is wrong with a field, as far as it should be said already.</summary>
    IEnumerable<Error> ErrorsAt(string field);

    /// <summary>A column of a file sets it for its row.</summary>
    bool IsSetByFile(string setting);
}
