using Samenkracht.Kernel;

namespace Samenkracht.Records.Listing;

/// <summary>Woorden van de lijst, where a sentence depends on the line.</summary>
internal static class Said
{
    public static string What(DestructionLine line) => line switch
    {
        { Signal: not null } => "een signaal",
        { Person: not null, Law: { } law } => $"wat onder de {law.Label()} over één persoon ligt",
        { Person: not null } => "één persoon",
        { Law: { } law } => $"wat onder de {law.Label()} ligt",
        _ => "het hele huishouden",
    };
}
