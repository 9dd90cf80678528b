using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel;

namespace Samenkracht.Web.Access;

/// <summary>Binds any text as <see cref="PlainText"/>, so that no page meets signs that a database or a screen cannot take.</summary>
public sealed class TextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
        ? new TextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
        : null;

    private sealed class TextBinder(IModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is not string text || PlainText.Of(text) is var plain && plain == text) return;
            bindingContext.Result = ModelBindingResult.Success(plain);
            // What is shown again is what will be kept.
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, plain, plain);
        }
    }
}
