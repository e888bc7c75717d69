namespace HessianGen;

/// <summary>How the dense Hessian of a method is made. The generated header says which way was taken, and why.</summary>
public enum HessianStrategy
{
    /// <summary>Element by element where the method allows it and the code stays short, else by directions.</summary>
    Automatic = 0,

    /// <summary>
    /// Every statement that adds to the gradient adds the entries of the Hessian that belong to it: straight-line code
    /// gives each distinct entry once, a sum of small functions costs O(1) for each term, and a linear combination
    /// z = aᵀx adds f''(z)·a·aᵀ. However long the code gets. Second derivatives that pass through an array or from one
    /// iteration to the next have no such form: then the directions are taken.
    /// </summary>
    ElementWise = 1,

    /// <summary>n Hessian-vector products with the unit vectors, several of them side by side in the lanes of a vector.</summary>
    Directional = 2,
}
