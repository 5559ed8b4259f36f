using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Account;

/// <summary>What can be said about the bootstrap settings before the database is opened.</summary>
internal sealed class BootstrapOptionsRules : IValidateOptions<BootstrapOptions>
{
    public ValidateOptionsResult Validate(string? name, BootstrapOptions options)
    {
        List<string> problems = [];
        if (string.IsNullOrEmpty(options.OwnerEmail) != string.IsNullOrEmpty(options.OwnerPassword))
            problems.Add("Set both Bootstrap:OwnerEmail and Bootstrap:OwnerPassword, or neither.");
        if (options.ApiKey is { Length: > 0 and < ApiKey.MinimumLength } key)
            problems.Add($"Bootstrap:ApiKey has {key.Length} characters; it needs at least {ApiKey.MinimumLength}.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
