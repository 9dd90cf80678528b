using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Samenkracht.Web.Design;

/// <summary>Foutmeldingen: what a form says in plain Dutch when a rule on its input is broken and no own words were given.</summary>
internal sealed class DutchMessages : IValidationMetadataProvider
{
    /// <summary>What was typed is no date, number or choice.</summary>
    public const string Unreadable = "Dit kunnen wij niet lezen. Kijk of het goed is ingevuld.";

    private const string Missing = "Vul dit in.";

    public static void Use(MvcOptions mvc)
    {
        // A missing value is for the [Required] on the form to tell, not for the type behind it.
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        mvc.ModelMetadataDetailsProviders.Add(new DutchMessages());
        var say = mvc.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        say.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        say.SetValueIsInvalidAccessor(_ => Unreadable);
        say.SetValueMustBeANumberAccessor(_ => "Vul een getal in.");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Vul een getal in.");
        say.SetValueMustNotBeNullAccessor(_ => Missing);
        say.SetMissingBindRequiredValueAccessor(_ => Missing);
        say.SetMissingKeyOrValueAccessor(() => Missing);
        say.SetMissingRequestBodyRequiredValueAccessor(() => Missing);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.Attributes.OfType<ValidationAttribute>())
            if (HasNoOwnWords(rule) && Words(rule) is { } words)
                rule.ErrorMessage = words;
    }

    /// <summary>Some rules bring an English sentence of their own; the page's author did not write it.</summary>
    private static bool HasNoOwnWords(ValidationAttribute rule) => rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || rule switch
    {
        EmailAddressAttribute => rule.ErrorMessage == new EmailAddressAttribute().ErrorMessage,
        PhoneAttribute => rule.ErrorMessage == new PhoneAttribute().ErrorMessage,
        _ => false,
    });

    /// <summary>The numbers stand in {1} and {2}, as the framework fills them in.</summary>
    private static string? Words(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => Missing,
        StringLengthAttribute { MinimumLength: > 0 } => "Gebruik tussen {2} en {1} tekens.",
        StringLengthAttribute or MaxLengthAttribute => "Gebruik niet meer dan {1} tekens.",
        MinLengthAttribute => "Gebruik ten minste {1} tekens.",
        RangeAttribute => "Vul een getal in van {1} tot en met {2}.",
        EmailAddressAttribute => "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        PhoneAttribute => "Vul een telefoonnummer in, zoals 06 12345678.",
        RegularExpressionAttribute => "Dit heeft niet de goede vorm.",
        CompareAttribute => "Dit is niet twee keer hetzelfde.",
        _ => null,
    };
}
