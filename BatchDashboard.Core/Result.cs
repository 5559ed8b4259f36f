
namespace BatchDashboard.Core;

/// <summary>Either a value or the reasons why there is none.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Error>? _errors;

    internal Result(T? value, IReadOnlyList<Error>? errors) => (_value, _errors) = (value, errors);

    public bool IsSuccess => _errors is null;

    /// <summary>Empty on success.</summary>
    public IReadOnlyList<Error> Errors => _errors ?? [];

    /// <summary>The first reason; only on a failure.</summary>
    public Error Error => Errors[0];

    /// <summary>The value; asking a failure for it is a broken invariant and throws.</summary>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException(Error.Message);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, [error]);

    public static implicit operator Result<T>(Error[] errors) => new(default, errors);
}
