/// How much a reader takes in before it refuses: every bound against hostile or broken input.
///
/// All sizes are bytes of decoded UTF-8 text, except `fileBytes` and the zip sizes, which count stored bytes.
public struct ReadingLimits: Hashable, Sendable {
  /// Largest file, 0 through 2 GiB; larger values are taken as 2 GiB.
  public private(set) var fileBytes = 64 << 20

  /// Attributes and namespace declarations of one XML tag.
  public var attributes = 512
  /// Bytes of one XML tag, from `<` through `>`.
  public var tagBytes = 1 << 20
  /// Open XML elements at one place.
  public var depth = 200
  /// Bytes of one XML text node, comment, CDATA section or processing instruction.
  public var textBytes = 10_000_000
  /// Bytes of one XML name.
  public var nameBytes = 1 << 10
  /// XML elements of one document.
  public var elements = 20_000_000

  /// Bytes of one CSV cell, without its outer quotes.
  public var csvFieldBytes = 10_000_000
  /// Cells of one CSV row.
  public var csvColumns = 4_096
  /// Rows of one CSV file, the header included.
  public var csvRows = 20_000_000

  /// Members of one JSON object; depth, text, names and the number of values are bounded as those of XML.
  public var jsonNames = 65_536

  /// Members of one zip container, folders included.
  public var zipEntries = 4_096
  /// Uncompressed bytes of one member.
  public var zipEntryBytes = 64 << 20
  /// Uncompressed bytes of all members.
  public var zipTotalBytes = 256 << 20
  /// Uncompressed bytes for each compressed byte of one member; members below 1 MiB are not measured.
  public var zipRatio = 200

  /// The limits that hold unless a caller names others.
  public static let standard = ReadingLimits()

  /// The largest `fileBytes` there is: 2 GiB.
  public static let largestFile = 2 << 30

  /// Creates the standard limits.
  public init() {}

  /// The same limits for files of up to `fileBytes` bytes, cut to 0 through 2 GiB.
  ///
  /// The bound for a zip member follows, since one member may be the whole content.
  public func with(fileBytes: Int) -> ReadingLimits {
    var limits = self
    limits.fileBytes = min(max(fileBytes, 0), Self.largestFile)
    limits.zipEntryBytes = max(zipEntryBytes, limits.fileBytes)
    limits.zipTotalBytes = max(zipTotalBytes, limits.fileBytes)
    return limits
  }
}
