using Samenkracht.Kernel;

namespace Samenkracht.Residents.Contract;

/// <summary>Plaats in het huishouden: who someone is to the others at home.</summary>
public enum Relation
{
    [Label("Inwoner zelf")] Resident,
    [Label("Partner")] Partner,
    [Label("Ouder")] Parent,
    [Label("Kind")] Child,
    [Label("Familie")] Relative,
    [Label("Huisgenoot")] Housemate,
    /// <summary>Has a say about the children, and must not read where they live.</summary>
    [Label("Ouder die elders woont")] ParentElsewhere,
}

/// <summary>Rol in de kring. Who is vaste contactpersoon or vervanger follows from the support period, which the database guards.</summary>
public enum CircleRole
{
    [Label("Lid van de kring")] Member,
    [Label("Vrijwilliger")] Volunteer,
    [Label("Naaste")] Supporter,
}
