namespace Samenkracht.Access.Manage;

/// <summary>A page with the fields of an account: making one and changing one share them.</summary>
internal interface IAccountFields
{
    AccountForm Input { get; }
    AccountChoices Choices { get; }
}
