using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>A form of ours with a token that no longer counts goes to a page that offers it again, instead of losing what was typed.</summary>
internal sealed class StaleForms : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (context.Result is IAntiforgeryValidationFailedResult && request.CanBeHeld())
            context.Result = new LocalRedirectResult(HeldForms.Url("/opnieuw-versturen", request), permanent: false, preserveMethod: true);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
