namespace Amazon.Organizations.Model;

public class Account
{
    public string Arn { get; set; }

    public string Email { get; set; }

    public string Id { get; set; }

    public AccountJoinedMethod JoinedMethod { get; set; }

    public DateTime? JoinedTimestamp { get; set; }

    public string Name { get; set; }

    public List<string> Paths { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    public AccountState State { get; set; }

    public AccountStatus Status { get; set; }
}
