namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>The services of generated bills, the most common first: a world of N services takes the first N.</summary>
internal static class ServiceCatalogue
{
    public const string ComputeSavingsPlans = "Savings Plans for AWS Compute usage";
    public const string MachineLearningSavingsPlans = "Savings Plans for AWS Machine Learning usage";
    public const string Tax = "Tax";
    public const string BusinessSupport = "AWS Support (Business)";
    public const string DeveloperSupport = "AWS Support (Developer)";

    public static IReadOnlyList<ServiceEntry> Usage { get; } =
    [
        new("Amazon Elastic Compute Cloud - Compute", 180m) { SavingsPlan = ComputeSavingsPlans, Reservable = true },
        new("Amazon Simple Storage Service", 41m),
        new("Amazon Relational Database Service", 72m) { Reservable = true },
        new("EC2 - Other", 35m),
        new("AmazonCloudWatch", 9m),
        new("AWS Lambda", 6m) { SavingsPlan = ComputeSavingsPlans },
        new("Amazon Virtual Private Cloud", 8m),
        new("Amazon Elastic Load Balancing", 7m),
        new("Amazon DynamoDB", 12m),
        new("AWS Key Management Service", 0.05m),
        new("Amazon Elastic Container Service", 25m) { SavingsPlan = ComputeSavingsPlans },
        new("Amazon CloudFront", 10m),
        new("Amazon Route 53", 0.3m),
        new("AWS CloudTrail", 1.2m),
        new("AWS Config", 2m),
        new("Amazon ElastiCache", 18m) { Reservable = true },
        new("Amazon Simple Queue Service", 0.002m),
        new("Amazon Simple Notification Service", 0.0000004m),
        new("AWS Secrets Manager", 0.4m),
        new("Amazon GuardDuty", 3m),
        new("AWS Cost Explorer", 0.06m),
        new("Amazon API Gateway", 1.5m),
        new("Amazon OpenSearch Service", 22m) { Reservable = true },
        new("Amazon Redshift", 45m) { Reservable = true },
        new("Amazon Elastic Container Service for Kubernetes", 4.8m),
        new("Amazon EC2 Container Registry (ECR)", 0.9m),
        new("AWS Step Functions", 0.03m),
        new("AWS Glue", 7m),
        new("Amazon Kinesis", 5m),
        new("Amazon Kinesis Firehose", 1.1m),
        new("Amazon Athena", 2.2m),
        new("Amazon Elastic File System", 4m),
        new("AWS WAF", 1.7m),
        new("AWS Backup", 3.3m),
        new("Amazon SageMaker", 28m) { SavingsPlan = MachineLearningSavingsPlans },
        new("Amazon Bedrock", 16m),
        new("AWS Systems Manager", 0.2m),
        new("Amazon Cognito", 0.1m),
        new("Amazon Simple Email Service", 0.07m),
        new("AWS X-Ray", 0.15m),
        new("CodeBuild", 0.6m),
        new("AWS CodePipeline", 0.1m),
        new("AWS Security Hub", 1m),
        new("Amazon Inspector", 0.8m),
        new("Amazon Macie", 0.5m),
        new("AWS Transfer Family", 7.2m),
        new("Amazon FSx", 11m),
        new("Amazon Managed Streaming for Apache Kafka", 19m),
        new("AWS Database Migration Service", 3m),
        new("Amazon Neptune", 6m),
        new("Amazon DocumentDB (with MongoDB compatibility)", 9m),
        new("Amazon MQ", 2m),
        new("AWS Direct Connect", 7m),
        new("Amazon Glacier", 0.5m),
        new("AWS Amplify", 0.05m),
        new("Amazon WorkSpaces", 8m),
        new("AWS AppSync", 0.3m),
        new("Amazon Textract", 1.4m),
        new("Amazon Rekognition", 0.7m),
        new("AmazonWorkMail", 0.4m),
        new("Amazon Location Service", 0.000002m),
        new("AWS IoT", 0.00003m),
    ];
}
