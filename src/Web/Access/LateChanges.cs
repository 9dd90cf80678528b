using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Web.Access;

/// <summary>Of two at once the second is told so. A page whose form holds words shows both versions itself (<see cref="SkPage.Saved"/>); this is for
/// buttons, which lose nothing.</summary>
public sealed class LateChanges : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not (ConcurrentChangeException or UniqueConflictException)) return;
        context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
        context.ExceptionHandled = true;
    }
}
