#pragma once

// The shape of the network, and where its weights lie.
constexpr int Inputs = 64, Hidden = 32, Classes = 10;
constexpr int Bias1 = Hidden * Inputs, Weights2 = Bias1 + Hidden, Bias2 = Weights2 + Classes * Hidden, Weights = Bias2 + Classes;
