using HessianGen;

namespace Corpus;

/// <summary>A binary heap of values that depend on the variables: swaps along paths that the values decide.</summary>
public static partial class PriorityQueue
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] x, [Variable] double[] decay)
    {
        double[] heap = new double[x.Length + 1];
        int count = 0;
        double sum = 0;
        foreach (double v in x)
        {
            int at = count++;
            heap[at] = v * v;
            while (at > 0 && heap[(at - 1) / 2] > heap[at])
            {
                (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
                at = (at - 1) / 2;
            }
        }

        while (count > 0)
        {
            sum = sum * decay[0] + heap[0] * decay[1];
            heap[0] = heap[--count];
            int at = 0;
            while (true)
            {
                int child = 2 * at + 1;
                if (child >= count)
                {
                    break;
                }

                if (child + 1 < count && heap[child + 1] < heap[child])
                {
                    child++;
                }

                if (heap[at] <= heap[child])
                {
                    break;
                }

                (heap[at], heap[child]) = (heap[child], heap[at]);
                at = child;
            }
        }

        return sum;
    }
}
