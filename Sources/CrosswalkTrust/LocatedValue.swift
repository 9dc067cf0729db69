import CrosswalkModel
import CrosswalkReaders

/// A value of a small JSON document, with its place, read by the strict reader: no name twice, nothing behind the end.
struct LocatedValue {
  indirect enum Kind {
    case object([String: LocatedValue])
    case array([LocatedValue])
    case string(String)
    case number(String)
    case other
  }

  let kind: Kind
  let location: SourceLocation

  private static let deepest = 8

  /// Reads the document in `bytes`.
  init(_ bytes: [UInt8], file: String) throws(TrustError) {
    var limits = ReadingLimits.standard
    limits.depth = Self.deepest
    do throws(ReadingError) {
      var reader = try JSONEventReader(SourceFile(name: file, bytes: bytes), limits: limits)
      guard let first = try reader.next() else {
        throw ReadingError(.empty, file: file)
      }
      self = try Self.value(first, &reader, file)
      // What stands behind the value is a fault, which the reader finds.
      _ = try reader.next()
    } catch {
      throw TrustError(.malformed(error.diagnostic.message), at: error.location)
    }
  }

  private init(_ kind: Kind, _ location: SourceLocation) {
    self.kind = kind
    self.location = location
  }

  private static func value(
    _ event: JSONEvent, _ reader: inout JSONEventReader, _ file: String
  ) throws(ReadingError) -> LocatedValue {
    let place = SourceLocation(file: file, line: event.line, column: event.column)
    switch event.kind {
    case .beginObject:
      var members: [String: LocatedValue] = [:]
      while let next = try reader.next(), case .name(let name) = next.kind, let first = try reader.next() {
        members[name] = try value(first, &reader, file)
      }
      return LocatedValue(.object(members), place)
    case .beginArray:
      var elements: [LocatedValue] = []
      while let next = try reader.next(), next.kind != .endArray {
        elements.append(try value(next, &reader, file))
      }
      return LocatedValue(.array(elements), place)
    case .string(let text): return LocatedValue(.string(text), place)
    case .number(let text): return LocatedValue(.number(text), place)
    case .boolean, .null, .name, .endObject, .endArray: return LocatedValue(.other, place)
    }
  }

  func fault(_ what: String) -> TrustError { TrustError(.malformed(what), at: location) }

  /// The members of an object that has just these.
  func members(_ names: [String]) throws(TrustError) -> [String: LocatedValue] {
    guard case .object(let members) = kind else { throw fault("an object must stand here") }
    for name in names where members[name] == nil { throw fault("\"\(name)\" is missing") }
    let unknown = members.filter { !names.contains($0.key) }.min { $0.value.location < $1.value.location }
    if let unknown { throw unknown.value.fault("\"\(unknown.key.shortened)\" is not known here") }
    return members
  }

  func elements() throws(TrustError) -> [LocatedValue] {
    guard case .array(let elements) = kind else { throw fault("a list must stand here") }
    return elements
  }

  func string() throws(TrustError) -> String {
    guard case .string(let text) = kind else { throw fault("a string must stand here") }
    return text
  }

  /// A whole number from `least` on.
  func integer(from least: Int) throws(TrustError) -> Int {
    guard case .number(let text) = kind, let number = Int(text), number >= least else {
      throw fault("a whole number from \(least) on must stand here")
    }
    return number
  }

  func moment() throws(TrustError) -> Moment {
    guard let moment = Moment(try string()) else {
      throw fault("a time such as 2026-11-23T10:21:34Z must stand here")
    }
    return moment
  }
}
