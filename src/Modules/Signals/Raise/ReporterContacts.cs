using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Samenkracht.Signals.Raise;

/// <summary>Encrypts how to reach a reporter, so that the table alone tells nothing.</summary>
internal sealed class ReporterContacts(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Samenkracht.Signals.ReporterContact");

    public byte[]? Seal(string? contact) => string.IsNullOrWhiteSpace(contact) ? null : protector.Protect(Encoding.UTF8.GetBytes(contact.Trim()));

    public string? Open(byte[]? contact) => contact is null ? null : Encoding.UTF8.GetString(protector.Unprotect(contact));
}
