using Archera.Sandbox.Aws.Hosting;

const int UsageError = 2;

var parsed = ServerCommand.Create().Parse(args);
var exitCode = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? UsageError : exitCode;
