using System.ComponentModel.DataAnnotations;

namespace Archera.Silo.Embedded;

/// <summary>Section <c>Embedded</c>: where the one process keeps everything.</summary>
public sealed record EmbeddedOptions
{
    public const string Section = "Embedded";

    /// <summary>
    /// The data directory, relative to the working directory; made if absent. Default <c>archera-data</c>.
    /// </summary>
    [Required]
    public string Directory { get; init; } = "archera-data";

    /// <summary>
    /// How the database is examined at each start: None, Quick or Full. Default Quick, which reads every page once;
    /// Full also compares the indexes. Both take longer the larger the file is.
    /// </summary>
    [EnumDataType(typeof(IntegrityCheck))]
    public IntegrityCheck IntegrityCheck { get; init; } = IntegrityCheck.Quick;
}
