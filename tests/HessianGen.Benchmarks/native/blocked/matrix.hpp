#pragma once

#include "vector.hpp"

// Element (row, k) of the left factor is data[row * row_step + k * inner_step].
struct Left
{
    const double* data;
    long row_step, inner_step;
};

// A matrix by rows that begin stride apart.
template <typename T>
struct Rows
{
    T* data;
    long stride;
};

enum class Into { Zero, Sum };

// A tile of the product in registers: Height rows of Width vectors.
template <int Height, int Width, Into Start>
static inline void multiply_tile(int depth, Left a, Rows<const double> b, Rows<double> c)
{
    Vector tile[Height][Width];
    for (int row = 0; row < Height; row++)
    {
        for (int w = 0; w < Width; w++) tile[row][w] = Start == Into::Zero ? zero() : load(c.data + row * c.stride + w * Lanes);
    }
    for (int k = 0; k < depth; k++)
    {
        Vector right[Width];
        for (int w = 0; w < Width; w++) right[w] = load(b.data + k * b.stride + w * Lanes);
        for (int row = 0; row < Height; row++)
        {
            Vector left = broadcast(a.data[row * a.row_step + k * a.inner_step]);
            for (int w = 0; w < Width; w++) tile[row][w] = multiply_add(left, right[w], tile[row][w]);
        }
    }
    for (int row = 0; row < Height; row++)
    {
        for (int w = 0; w < Width; w++) store(c.data + row * c.stride + w * Lanes, tile[row][w]);
    }
}

// c = a * b or c += a * b for c of so many rows and Width vectors; rows that fill no tile go by twos and ones.
template <int Height, int Width, Into Start>
static inline void multiply(int rows, int depth, Left a, Rows<const double> b, Rows<double> c)
{
    auto left = [&](int row) { return Left{a.data + row * a.row_step, a.row_step, a.inner_step}; };
    auto target = [&](int row) { return Rows<double>{c.data + row * c.stride, c.stride}; };
    int row = 0;
    for (; row + Height <= rows; row += Height) multiply_tile<Height, Width, Start>(depth, left(row), b, target(row));
    for (; row + 2 <= rows; row += 2) multiply_tile<2, Width, Start>(depth, left(row), b, target(row));
    for (; row < rows; row++) multiply_tile<1, Width, Start>(depth, left(row), b, target(row));
}
