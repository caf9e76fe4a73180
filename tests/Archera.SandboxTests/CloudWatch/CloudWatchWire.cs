using System.Formats.Cbor;

namespace Archera.SandboxTests.CloudWatch;

/// <summary>Calls in the two other protocols, written from their specifications.</summary>
internal static class CloudWatchWire
{
    internal static SignedRequest Form(MetricLab lab, SigningKeys keys, string fields) =>
        new(keys, "monitoring", fields)
        {
            At = lab.Time.GetUtcNow(),
            Headers = { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" },
        };

    internal static SignedRequest Cbor(MetricLab lab, SigningKeys keys, string operation, byte[] body) =>
        new(keys, "monitoring", "")
        {
            At = lab.Time.GetUtcNow(),
            Path = "/service/GraniteServiceVersion20100801/operation/" + operation,
            Bytes = body,
            Headers =
            {
                ["accept"] = "application/cbor",
                ["content-type"] = "application/cbor",
                ["smithy-protocol"] = "rpc-v2-cbor",
                ["x-amzn-query-mode"] = "true",
            },
        };

    /// <summary>A GetMetricData of one metric by the minute.</summary>
    internal static byte[] Request(DateTimeOffset start, DateTimeOffset end, string name, bool tagged = true)
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(3);
        Instant("StartTime", start);
        Instant("EndTime", end);
        cbor.WriteTextString("MetricDataQueries");
        cbor.WriteStartArray(1);
        cbor.WriteStartMap(2);
        Text("Id", "m1");
        cbor.WriteTextString("MetricStat");
        cbor.WriteStartMap(3);
        cbor.WriteTextString("Metric");
        cbor.WriteStartMap(3);
        Text("Namespace", "AWS/EC2");
        Text("MetricName", name);
        cbor.WriteTextString("Dimensions");
        cbor.WriteStartArray(1);
        cbor.WriteStartMap(2);
        Text("Name", "InstanceId");
        Text("Value", "i-1");
        cbor.WriteEndMap();
        cbor.WriteEndArray();
        cbor.WriteEndMap();
        Text("Stat", "Average");
        cbor.WriteTextString("Period");
        cbor.WriteInt32(60);
        cbor.WriteEndMap();
        cbor.WriteEndMap();
        cbor.WriteEndArray();
        cbor.WriteEndMap();
        return cbor.Encode();

        void Text(string member, string value)
        {
            cbor.WriteTextString(member);
            cbor.WriteTextString(value);
        }

        void Instant(string member, DateTimeOffset value)
        {
            cbor.WriteTextString(member);
            if (tagged)
                cbor.WriteTag(CborTag.UnixTimeSeconds);
            cbor.WriteInt64(value.ToUnixTimeSeconds());
        }
    }

    /// <summary>CBOR as text: maps and lists as in JSON, instants with an @.</summary>
    internal static string Show(byte[] bytes)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Lax);
        return Value();

        string Value() => reader.PeekState() switch
        {
            CborReaderState.StartMap => Map(),
            CborReaderState.StartArray => List(),
            CborReaderState.TextString => $"\"{reader.ReadTextString()}\"",
            CborReaderState.Tag => $"{(reader.ReadTag() == CborTag.UnixTimeSeconds ? "@" : "?")}{Value()}",
            CborReaderState.UnsignedInteger => $"{reader.ReadUInt64()}",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{reader.ReadDouble()}"),
        };

        string Map()
        {
            var members = new List<string>();
            for (reader.ReadStartMap(); reader.PeekState() != CborReaderState.EndMap;)
                members.Add($"{reader.ReadTextString()}:{Value()}");
            reader.ReadEndMap();
            return $"{{{string.Join(',', members)}}}";
        }

        string List()
        {
            var items = new List<string>();
            for (reader.ReadStartArray(); reader.PeekState() != CborReaderState.EndArray;)
                items.Add(Value());
            reader.ReadEndArray();
            return $"[{string.Join(',', items)}]";
        }
    }
}
