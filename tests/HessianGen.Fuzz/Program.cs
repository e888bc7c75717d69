using System.CommandLine;
using HessianGen.Fuzz;

Option<int> programs = new("--programs") { Description = "How many programs.", DefaultValueFactory = _ => 1000 };
Option<int> seed = new("--seed") { Description = "The first program's seed; the others follow it.", DefaultValueFactory = _ => 0 };
Option<bool> print = new("--print") { Description = "Only writes the programs." };
RootCommand command = new("Compares what the generator makes of random methods with exact derivatives of them.") { programs, seed, print };
command.SetAction(result => new Fuzzer(Console.Out).Run(result.GetValue(seed), result.GetValue(programs), result.GetValue(print)));
return command.Parse(args).Invoke();
