using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Samenkracht.Kernel.Storage;

/// <summary>Puts in place what a question took from around it: other questions become part of it, every value becomes what <paramref name="value"/> makes of it.</summary>
internal sealed class Settle(Func<object?, Type, Expression> value) : ExpressionVisitor
{
    private readonly Given given = new();

    public Expression Question(IQueryable question)
    {
        given.Visit(question.Expression);
        return Visit(question.Expression)!;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null || !given.Nodes.Contains(node)) return base.Visit(node);
        var taken = ValueOf(node);
        return taken is IQueryable part ? Question(part) : value(taken, node.Type);
    }

    // Of one context; EF puts in that of whoever asks.
    protected override Expression VisitExtension(Expression node) => base.VisitExtension(node) is QueryRootExpression root ? root.DetachQueryProvider() : node;

    private static object? ValueOf(Expression node) => node switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: var of } => field.GetValue(of is null ? null : ValueOf(of)),
        _ => Expression.Lambda(node).Compile(preferInterpretation: true).DynamicInvoke(),
    };

    /// <summary>The parts that depend on no row.</summary>
    private sealed class Given : ExpressionVisitor
    {
        private bool depends;

        public HashSet<Expression> Nodes { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is null) return node;
            var before = depends;
            // Any or Sum of another question is for the database to answer, beside the rest.
            depends = node is LambdaExpression or ParameterExpression or NewExpression or MethodCallExpression { Method.DeclaringType.Name: nameof(Queryable) or nameof(EntityFrameworkQueryableExtensions) }
                || node.NodeType is ExpressionType.Extension || node.Type.IsByRefLike;
            base.Visit(node);
            if (!depends) Nodes.Add(node);
            depends |= before;
            return node;
        }
    }
}
