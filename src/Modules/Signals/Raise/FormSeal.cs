using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Samenkracht.Kernel;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals.Raise;

/// <summary>What a form carries, sealed: when it was made, and the id and code that its signal will have. Sent twice, it gives one signal and the
/// same code.</summary>
internal sealed record SealedForm(SignalId Id, SignalCode Code, DateTimeOffset MadeAt);

/// <summary>Makes and reads the seal of a form. A robot fills in faster than anyone can type, or sends an old page again.</summary>
internal sealed class FormSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan TooFast = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(24);

    private readonly IDataProtector protector = protection.CreateProtector("Samenkracht.Signals.Form");

    public string New() =>
        protector.Protect(JsonSerializer.Serialize(new SealedForm(Id.New<SignalId>(), SignalCode.New(), clock.GetUtcNow())));

    /// <summary>Null when it is not ours.</summary>
    public SealedForm? Read(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<SealedForm>(protector.Unprotect(text ?? ""));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public bool IsTooOld(SealedForm form) => clock.GetUtcNow() - form.MadeAt > TooOld;

    public bool IsHuman(SealedForm form) => clock.GetUtcNow() - form.MadeAt is var age && age >= TooFast && age <= TooOld;
}
