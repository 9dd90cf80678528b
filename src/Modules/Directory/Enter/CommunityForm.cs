using System.ComponentModel.DataAnnotations;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;

namespace Samenkracht.Directory.Enter;

/// <summary>What one fills in about a community; a name and a kind are enough.</summary>
internal sealed class CommunityForm
{
    [Required(ErrorMessage = "Vul een naam in."), StringLength(100)] public string? Name { get; set; }
    [Required(ErrorMessage = "Kies een soort.")] public CommunityKind? Kind { get; set; }
    [StringLength(10)] public string? WijkCode { get; set; }
    [StringLength(2000)] public string? Text { get; set; }
    [StringLength(100)] public string? ContactName { get; set; }
    [StringLength(30)] public string? ContactPhone { get; set; }
    [EmailAddress, StringLength(200)] public string? ContactEmail { get; set; }

    public CommunityDetails ToDetails() =>
        new(Name!, Kind!.Value, string.IsNullOrEmpty(WijkCode) ? null : WijkCode, ContactName, ContactPhone, ContactEmail, Text ?? "");

    public static CommunityForm Of(Community community) => new()
    {
        Name = community.Name,
        Kind = community.Kind,
        WijkCode = community.WijkCode,
        Text = community.Text,
        ContactName = community.ContactName,
        ContactPhone = community.ContactPhone,
        ContactEmail = community.ContactEmail,
    };
}
