/// A value below `details` of a subject file: JSON, without `null`.
public enum DetailValue: Codable, Hashable, Sendable {
  case text(String)
  case flag(Bool)
  /// A whole number.
  case integer(Int)
  /// Any other number; what has to be shown digit by digit is written as a text.
  case decimal(Double)
  case list([DetailValue])
  case record([String: DetailValue])

  /// Reads any JSON value but `null`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .decimal(number)
    } else if container.decodeNil() {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\"null\" says nothing"))
    } else if let entries = try Self.nested([DetailValue].self, in: container) {
      self = .list(entries)
    } else {
      self = .record(try container.decode([String: DetailValue].self))
    }
  }

  /// A container; `nil` where the value is of another sort.
  ///
  /// What is wrong inside of it is thrown with its own place.
  private static func nested<Value: Decodable>(
    _ type: Value.Type, in container: any SingleValueDecodingContainer
  ) throws -> Value? {
    do { return try container.decode(type) } catch DecodingError.typeMismatch(_, let context)
      where context.codingPath.count == container.codingPath.count
    { return nil }
  }

  /// Writes the value as JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .flag(let flag): try container.encode(flag)
    case .integer(let number): try container.encode(number)
    case .decimal(let number): try container.encode(number)
    case .list(let entries): try container.encode(entries)
    case .record(let members): try container.encode(members)
    }
  }

  /// What it is, for messages: `a text`.
  public var sort: String {
    switch self {
    case .text: "a text"
    case .flag: "true or false"
    case .integer, .decimal: "a number"
    case .list: "a list"
    case .record: "an object"
    }
  }
}
