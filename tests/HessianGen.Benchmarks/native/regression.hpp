#pragma once

// A network 8-8-1 with tanh and half the mean of the squared residuals; where its weights lie.
namespace regression
{
constexpr int Inputs = 8, Hidden = 8, Bias1 = Hidden * Inputs, Weights2 = Bias1 + Hidden, Bias2 = Weights2 + Hidden, Weights = Bias2 + 1;
}
