import CLibXML2
import Synchronization

/// A schema with those in its folder that it includes or imports: the only files that libxml2 is ever given.
///
/// libxml2 asks one loader for the whole process. It gets nothing, except while a schema is being compiled, and then
/// only what was read here before, within the limits of reading.
struct SchemaFiles {
  /// Most files that one schema may consist of.
  static let most = 64

  /// By file name, each with a NUL at its end.
  private static let open = Mutex<[String: [UInt8]]>([:])
  /// Held while a schema is compiled: the loader cannot tell who asks.
  private static let compiling = Mutex<Void>(())

  private var files: [String: [UInt8]] = [:]

  /// Reads `schema` and what it names, as far as that stands beside it.
  ///
  /// - Throws: The reader's error at the first fault of one of the files.
  init(_ schema: SourceFile, limits: ReadingLimits) throws(ReadingError) {
    var waiting = [schema]
    while let file = waiting.popLast() {
      let name = Self.fileName(of: file.name)
      guard files[name] == nil else { continue }
      guard files.count < Self.most else {
        throw ReadingError(.tooManyMembers(limit: Self.most), file: schema.name)
      }
      var finder = SchemaReferences()
      do { try XMLEventReader(limits: limits).read(file, into: &finder) } catch {
        // Official schemas have a DOCTYPE (xml.xsd); libxml2 is given no DTD for it.
        guard error.fault.reason == .doctype else { throw error.fault }
      }
      files[name] = try file.bytes(limits: limits) + [0]
      waiting += finder.locations.compactMap { file.siblingNamed(Self.fileName(of: $0)) }
    }
  }

  /// Calls `body` while libxml2 may load these files.
  func whileLoadable<Result>(_ body: () -> Result) -> Result {
    Self.compiling.withLock { _ in
      Self.open.withLock { $0 = files }
      defer { Self.open.withLock { $0 = [:] } }
      return body()
    }
  }

  /// Makes libxml2 ask here for every file.
  static func installLoader() {
    xmlSetExternalEntityLoader { address, _, context in
      guard let address, let context else { return nil }
      let name = SchemaFiles.fileName(of: String(cString: address))
      guard let bytes = SchemaFiles.open.withLock({ $0[name] }) else { return nil }
      // The library copies the text.
      return bytes.withUnsafeBufferPointer { xmlNewStringInputStream(context, $0.baseAddress) }
    }
  }

  static func fileName(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
  }
}

/// Finds which other files a schema names.
private struct SchemaReferences: XMLEventHandler {
  static let vocabulary: [String] = []
  static let namespaces = ["http://www.w3.org/2001/XMLSchema"]

  private(set) var locations: [String] = []

  mutating func startElement(_ element: XMLElement) throws(Never) {
    guard element.namespaceIndex == 0, ["import", "include", "redefine"].contains(element.localName) else {
      return
    }
    for attribute in element.attributes where attribute.localName == "schemaLocation" {
      locations.append(attribute.value)
    }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}
}
