using Archera.Benchmarks;

return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
