using System.Numerics;
using HessianGen;

namespace Corpus;

/// <summary>Size of a complex orbit z ← z² + c that stops once it escapes: complex numbers as a generic struct over <see cref="INumber{TSelf}"/>.</summary>
public static partial class MandelbrotOrbit
{
    [Differentiable(Every.Product)]
    public static double Size([Variable] double re, [Variable] double im, int steps)
    {
        Complex<double> c = new(re, im), z = default;
        for (int i = 0; i < steps; i++)
        {
            z = z * z + c;
            if (z.SquaredSize > 4)
            {
                break;
            }
        }

        return z.SquaredSize;
    }

    private readonly record struct Complex<T>(T Re, T Im)
        where T : INumber<T>
    {
        public T SquaredSize => Re * Re + Im * Im;

        public static Complex<T> operator +(Complex<T> a, Complex<T> b) => new(a.Re + b.Re, a.Im + b.Im);

        public static Complex<T> operator *(Complex<T> a, Complex<T> b) => new(a.Re * b.Re - a.Im * b.Im, a.Re * b.Im + a.Im * b.Re);
    }
}
