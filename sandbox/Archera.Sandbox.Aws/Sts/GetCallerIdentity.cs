using System.Xml.Linq;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>Needs no permission, and no Deny can block it.</summary>
internal sealed class GetCallerIdentity : IQueryOperation
{
    public ServiceProfile Service => ServiceProfile.Sts;

    public string Name => "GetCallerIdentity";

    public QueryAnswer Handle(QueryCall call) => new(
        [
            new XElement(QueryXml.Sts + "Arn", call.Caller.Arn),
            new XElement(QueryXml.Sts + "UserId", call.Caller.UserId),
            new XElement(QueryXml.Sts + "Account", call.Caller.AccountId),
        ],
        null);
}
