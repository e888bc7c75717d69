#include "../mixture.hpp"
#include "../workloads.hpp"
#include <cmath>
#include <cstring>

namespace
{
constexpr int Square = Dimension * Dimension;

// Column i of a factor, its logarithms taken back, is at [i * Dimension]; a name beginning with d is a derivative along the direction.
double factor[Clusters * Square], dfactor[Clusters * Square], diagonal[Clusters * Dimension], log_determinant[Clusters], dlog_determinant[Clusters];

// sums over the samples of weight * y, its derivative, weight * y * x, and of the outer products with x; x is centred.
double sum_y[Clusters * Dimension], sum_dy[Clusters * Dimension], sum_xy[Clusters * Dimension], sum_weight[Clusters], outer[Clusters * Square];

template <bool Product>
void unpack(const double* variables, const double* directions)
{
    memset(factor, 0, sizeof factor);
    memset(dfactor, 0, sizeof dfactor);
    for (int k = 0; k < Clusters; k++)
    {
        const double *packed = variables + Factors + k * Entries, *dpacked = Product ? directions + Factors + k * Entries : nullptr;
        log_determinant[k] = dlog_determinant[k] = 0;
        int at = Dimension;
        for (int i = 0; i < Dimension; i++)
        {
            double e = std::exp(packed[i]);
            log_determinant[k] += packed[i];
            diagonal[k * Dimension + i] = e;
            factor[k * Square + i * (Dimension + 1)] = e;
            if (Product)
            {
                dlog_determinant[k] += dpacked[i];
                dfactor[k * Square + i * (Dimension + 1)] = e * dpacked[i];
            }
            for (int j = i + 1; j < Dimension; j++, at++)
            {
                factor[k * Square + i * Dimension + j] = packed[at];
                if (Product) dfactor[k * Square + i * Dimension + j] = dpacked[at];
            }
        }
    }
}

// Returns the sum over the samples of the logarithm of their likelihood.
template <bool Product>
double sweep(const Data& data, const double* __restrict variables, const double* __restrict directions)
{
    const double *alphas = variables, *means = variables + Means;
    double centred[Clusters * Dimension], y[Clusters * Dimension], dy[Clusters * Dimension], term[Clusters], dterm[Clusters], result = 0;
    for (long n = 0; n < data.count; n++)
    {
        const double* x = data.inputs + n * Dimension;
        double largest = -1e300;
        for (int k = 0; k < Clusters; k++)
        {
            double q[Dimension] = {}, dq[Dimension] = {}, distance = 0, ddistance = 0;
            double* __restrict c = centred + k * Dimension;
            for (int i = 0; i < Dimension; i++) c[i] = x[i] - means[k * Dimension + i];
            for (int i = 0; i < Dimension; i++)
            {
                const double *column = factor + k * Square + i * Dimension, *dcolumn = dfactor + k * Square + i * Dimension;
                for (int j = 0; j < Dimension; j++)
                {
                    q[j] += column[j] * c[i];
                    if (Product) dq[j] += dcolumn[j] * c[i] - column[j] * directions[Means + k * Dimension + i];
                }
            }
            for (int i = 0; i < Dimension; i++)
            {
                distance += q[i] * q[i];
                y[k * Dimension + i] = q[i];
                if (Product)
                {
                    dy[k * Dimension + i] = dq[i];
                    ddistance += q[i] * dq[i];
                }
            }
            term[k] = alphas[k] + log_determinant[k] - 0.5 * distance;
            if (Product) dterm[k] = directions[k] + dlog_determinant[k] - ddistance;
            if (term[k] > largest) largest = term[k];
        }

        double sum = 0, mean = 0;
        for (int k = 0; k < Clusters; k++) term[k] = std::exp(term[k] - largest);
        for (int k = 0; k < Clusters; k++) sum += term[k];
        result += std::log(sum) + largest;
        double scale = 1 / sum;
        for (int k = 0; k < Clusters; k++)
        {
            term[k] *= scale;
            if (Product) mean += term[k] * dterm[k];
        }

        for (int k = 0; k < Clusters; k++)
        {
            const double* __restrict c = centred + k * Dimension;
            double weight = term[k], dweight = Product ? weight * (dterm[k] - mean) : 0, t[Dimension];
            sum_weight[k] += Product ? dweight : weight;
            for (int j = 0; j < Dimension; j++)
            {
                int at = k * Dimension + j;
                double wy = weight * y[at];
                sum_y[at] += wy;
                t[j] = wy;
                if (Product)
                {
                    sum_xy[at] += wy * c[j];
                    t[j] = dweight * y[at] + weight * dy[at];
                    sum_dy[at] += t[j];
                }
            }
            for (int i = 0; i < Dimension; i++)
            {
                for (int j = 0; j < Dimension; j++) outer[k * Square + i * Dimension + j] += c[i] * t[j];
            }
        }
    }
    return result;
}

void clear()
{
    memset(sum_y, 0, sizeof sum_y);
    memset(sum_dy, 0, sizeof sum_dy);
    memset(sum_xy, 0, sizeof sum_xy);
    memset(sum_weight, 0, sizeof sum_weight);
    memset(outer, 0, sizeof outer);
}
}

void* mixture_prepare(const Data* data)
{
    return new Data(*data);
}

double mixture_value(const void* problem, const double* variables, const double*, double*)
{
    const Data& data = *static_cast<const Data*>(problem);
    const double *alphas = variables, *means = variables + Means, *factors = variables + Factors;
    for (int k = 0; k < Clusters; k++)
    {
        log_determinant[k] = 0;
        for (int i = 0; i < Dimension; i++)
        {
            log_determinant[k] += factors[k * Entries + i];
            diagonal[k * Dimension + i] = std::exp(factors[k * Entries + i]);
        }
    }

    double result = 0, term[Clusters];
    for (long n = 0; n < data.count; n++)
    {
        const double* x = data.inputs + n * Dimension;
        double largest = -1e300, sum = 0;
        for (int k = 0; k < Clusters; k++)
        {
            double c[Dimension], y[Dimension], distance = 0;
            for (int i = 0; i < Dimension; i++) c[i] = x[i] - means[k * Dimension + i];
            for (int i = 0; i < Dimension; i++) y[i] = diagonal[k * Dimension + i] * c[i];
            const double* packed = factors + k * Entries + Dimension;
            for (int i = 0; i < Dimension; i++)
            {
                for (int j = i + 1; j < Dimension; j++) y[j] += *packed++ * c[i];
            }
            for (int i = 0; i < Dimension; i++) distance += y[i] * y[i];
            term[k] = alphas[k] + log_determinant[k] - 0.5 * distance;
        }
        for (int k = 0; k < Clusters; k++) largest = term[k] > largest ? term[k] : largest;
        for (int k = 0; k < Clusters; k++) sum += std::exp(term[k] - largest);
        result += std::log(sum) + largest;
    }

    double sum = 0, norm = 0;
    for (int k = 0; k < Clusters; k++) sum += std::exp(alphas[k]);
    for (int i = 0; i < Clusters * Dimension; i++) norm += diagonal[i] * diagonal[i];
    for (int k = 0; k < Clusters; k++)
    {
        for (int i = Dimension; i < Entries; i++) norm += factors[k * Entries + i] * factors[k * Entries + i];
    }
    return result - data.count * std::log(sum) + 0.5 * norm;
}

double mixture_gradient(const void* problem, const double* variables, const double*, double* gradient)
{
    const Data& data = *static_cast<const Data*>(problem);
    unpack<false>(variables, nullptr);
    clear();
    double result = sweep<false>(data, variables, nullptr), sum = 0, norm = 0;
    for (int k = 0; k < Clusters; k++) sum += std::exp(variables[k]);
    for (int k = 0; k < Clusters; k++)
    {
        const double *packed = variables + Factors + k * Entries, *column = factor + k * Square, *products = outer + k * Square;
        double *mean = gradient + Means + k * Dimension, *entry = gradient + Factors + k * Entries;
        gradient[k] = sum_weight[k] - data.count * std::exp(variables[k]) / sum;
        int at = Dimension;
        for (int i = 0; i < Dimension; i++, column += Dimension, products += Dimension)
        {
            double e = column[i];
            norm += e * e;
            mean[i] = 0;
            for (int j = i; j < Dimension; j++) mean[i] += column[j] * sum_y[k * Dimension + j];
            entry[i] = sum_weight[k] - e * products[i] + e * e;
            for (int j = i + 1; j < Dimension; j++, at++)
            {
                norm += packed[at] * packed[at];
                entry[at] = packed[at] - products[j];
            }
        }
    }
    return result - data.count * std::log(sum) + 0.5 * norm;
}

double mixture_product(const void* problem, const double* variables, const double* directions, double* product)
{
    const Data& data = *static_cast<const Data*>(problem);
    unpack<true>(variables, directions);
    clear();
    sweep<true>(data, variables, directions);
    double sum = 0, average = 0;
    for (int k = 0; k < Clusters; k++) sum += std::exp(variables[k]);
    for (int k = 0; k < Clusters; k++) average += std::exp(variables[k]) / sum * directions[k];
    for (int k = 0; k < Clusters; k++)
    {
        const double *column = factor + k * Square, *dcolumn = dfactor + k * Square, *products = outer + k * Square;
        const double *dmean = directions + Means + k * Dimension, *dpacked = directions + Factors + k * Entries;
        double *mean = product + Means + k * Dimension, *entry = product + Factors + k * Entries;
        product[k] = sum_weight[k] - data.count * (std::exp(variables[k]) / sum) * (directions[k] - average);
        int at = Dimension;
        for (int i = 0; i < Dimension; i++, column += Dimension, dcolumn += Dimension, products += Dimension)
        {
            double e = column[i], y = sum_y[k * Dimension + i];
            mean[i] = 0;
            for (int j = i; j < Dimension; j++) mean[i] += column[j] * sum_dy[k * Dimension + j] + dcolumn[j] * sum_y[k * Dimension + j];
            entry[i] = sum_weight[k] - e * (products[i] + dpacked[i] * sum_xy[k * Dimension + i] - dmean[i] * y) + 2 * e * e * dpacked[i];
            for (int j = i + 1; j < Dimension; j++, at++) entry[at] = dpacked[at] - products[j] + dmean[i] * sum_y[k * Dimension + j];
        }
    }
    return 0;
}
