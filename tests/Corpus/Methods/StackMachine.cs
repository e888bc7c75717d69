using System;
using HessianGen;

namespace Corpus;

/// <summary>A tiny stack machine: <c>continue</c> inside a switch, guards, a stack pointer that depends on data.</summary>
public static partial class StackMachine
{
    [Differentiable(Every.Product)]
    public static double Run([Variable] ReadOnlySpan<double> operand, ReadOnlySpan<int> code)
    {
        Span<double> stack = stackalloc double[64];
        int top = 0;
        stack[0] = 1;
        for (int i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case 0:
                    stack[++top] = operand[i];
                    continue;
                case 1 when top > 0:
                    stack[top - 1] *= stack[top];
                    top--;
                    break;
                case 2 when top > 0:
                    stack[top - 1] += stack[top--];
                    break;
                case 3:
                    stack[top] = Math.Sin(stack[top] + operand[i]);
                    break;
                case 4:
                    top = Math.Max(0, top - 1);
                    break;
                default:
                    stack[top] += 0.5 * operand[i];
                    break;
            }

            stack[top] *= 0.9;
        }

        double sum = 0;
        for (int i = 0; i <= top; i++)
        {
            sum += stack[i] * stack[i];
        }

        return sum;
    }
}
