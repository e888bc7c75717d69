#pragma once

// The mixture of ADBench, but for the constants of its log posterior. The factor of a cluster is a lower triangle: first the
// logarithms of its diagonal, then the rest by columns.
constexpr int Dimension = 10, Clusters = 25, Entries = Dimension * (Dimension + 1) / 2;
constexpr int Means = Clusters, Factors = Means + Clusters * Dimension, Variables = Factors + Clusters * Entries;
