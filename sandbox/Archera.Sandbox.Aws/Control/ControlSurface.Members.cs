using System.Text.Json;

namespace Archera.Sandbox.Aws.Control;

internal sealed partial class ControlSurface
{
    private object PutMember(JsonElement body, FieldErrors errors)
    {
        if (MemberRequest.Read(body, aws.World, aws.Members, aws.Clock.Now, errors) is not { } request)
            return new { };
        if (request.Member is { } member)
            aws.Members.Put(request.Payer, member);
        else
            aws.Members.Remove(request.Payer, request.Account);
        return new { members = aws.Members.Of(request.Payer).Count };
    }
}
