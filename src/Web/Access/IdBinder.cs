using Microsoft.AspNetCore.Mvc.ModelBinding;
using Samenkracht.Kernel;

namespace Samenkracht.Web.Access;

/// <summary>Binds any typed id from its 32 digits. A wrong one is a model error, and for a route value a page that does not exist.</summary>
public sealed class IdBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))
            ? (IModelBinder)Activator.CreateInstance(typeof(IdBinder<>).MakeGenericType(type))!
            : null;
    }

    private sealed class IdBinder<T> : IModelBinder where T : struct, IId<T>
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var text = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue;
            if (string.IsNullOrEmpty(text)) return Task.CompletedTask;
            if (Id.TryParse<T>(text, out var id)) bindingContext.Result = ModelBindingResult.Success(id);
            else bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "Deze keuze bestaat niet.");
            return Task.CompletedTask;
        }
    }
}
