using System.Xml.Linq;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>Needs no permission, and no Deny can block it.</summary>
internal static class GetCallerIdentity
{
    internal static QueryAnswer Handle(Caller caller) => new(
        [
            new XElement(StsXml.Sts + "Arn", caller.Arn),
            new XElement(StsXml.Sts + "UserId", caller.UserId),
            new XElement(StsXml.Sts + "Account", caller.AccountId),
        ],
        null);
}
