// Trains a network on handwritten digits with second derivatives, then deletes the weights that they show to be superfluous.
using System.Globalization;
using DigitsPruning;
using HessianGen.Optimization;

const double WeightDecay = 5e-4;
const double TrainingPart = 0.75;
const double AcceptedRise = 1.2;        // pruning ends where the training loss has risen by a fifth; the test digits have no say
const int CurvatureSample = 64;         // digits that the Hessian diagonal is averaged over
const int Seed = 1;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using CancellationTokenSource cancellation = new();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

Digits all = Digits.Load(Path.Combine(AppContext.BaseDirectory, "digits.csv.gz"));
(Digits training, Digits test) = all.Split(TrainingPart, Seed);
(Digits sample, _) = training.Split((double)CurvatureSample / training.Count, Seed);

DigitNetwork.LossObjective loss = new(training.Pixels, training.Labels, WeightDecay);
DigitNetwork.LossObjective curvature = new(sample.Pixels, sample.Labels, WeightDecay);
double[] weights = DigitNetwork.InitialWeights(Seed);

TrustRegionOptions trainingOptions = new() { MaxIterations = 100, MaxProductsPerStep = 60, GradientTolerance = 1e-3 };
PruningOptions pruningOptions = new()
{
    FractionPerRound = 0.15,
    Retraining = trainingOptions with { MaxIterations = 10, MaxProductsPerStep = 30 },
};

Display display = new($"{all.Count} digits: {training.Count} to train on, {test.Count} to test on; {weights.Length} parameters");
display.Show(() =>
{
    MinimizationResult trained = new TrustRegionNewton(trainingOptions).Minimize(loss, weights, progress: display, cancellation: cancellation.Token);
    display.Add(RowOf(null, weights.Length, trained.Value, weights));

    new OptimalBrainDamage(pruningOptions).Prune(loss, curvature, weights, Accept, display, cancellation.Token);

    bool Accept(PruningRound round, ReadOnlySpan<double> pruned)
    {
        bool accepted = round.Value <= AcceptedRise * trained.Value;
        if (accepted) display.Add(RowOf(round, round.Remaining, round.Value, pruned));
        return accepted;
    }
});

int left = weights.Count(w => w != 0);
Console.WriteLine($"digits: {100 * DigitNetwork.Accuracy(weights, test):F2} % test accuracy, {left} of {weights.Length} parameters left");

Row RowOf(PruningRound? round, int parameters, double value, ReadOnlySpan<double> w) => new(
    parameters, DigitNetwork.Accuracy(w, training), DigitNetwork.Accuracy(w, test), value, round?.PredictedIncrease, round?.ActualIncrease);
