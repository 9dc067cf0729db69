import CrosswalkReaders

/// Counts what `c/sax_count.c` counts, through the reader.
struct Counter: XMLEventHandler {
  static let vocabulary = ["control", "part", "prop", "id"]
  var starts = 0
  var ends = 0
  var attributes = 0
  var textBytes = 0

  mutating func startElement(_ element: XMLElement) {
    starts += 1
    attributes += element.attributes.count
  }
  mutating func endElement(_ element: XMLElementEnd) { ends += 1 }
  mutating func characters(_ bytes: UnsafeRawBufferPointer) { textBytes += bytes.count }
}

/// Keeps what `c/sax_keep.c` keeps: every id and all text, in one run of bytes.
struct Keeper: XMLEventHandler {
  static let vocabulary = ["control", "part", "prop", "id"]
  private static let id = 3
  var arena: [UInt8] = []
  var ids: [(offset: Int, count: Int)] = []

  mutating func startElement(_ element: XMLElement) {
    guard let value = element.attribute(Self.id) else { return }
    ids.append((arena.count, value.count))
    arena.append(contentsOf: value)
  }
  mutating func endElement(_ element: XMLElementEnd) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) { arena.append(contentsOf: bytes) }
}

@main
struct XMLCount {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { return print("usage: XMLCount count|keep FILE") }
    let file = SourceFile(path: arguments[2])
    if arguments[1] == "keep" {
      var keeper = Keeper()
      try XMLEventReader().read(file, into: &keeper)
      print("\(keeper.ids.count) ids, \(keeper.arena.count) bytes")
    } else {
      var counter = Counter()
      try XMLEventReader().read(file, into: &counter)
      print(
        "\(counter.starts) starts, \(counter.ends) ends, \(counter.attributes) attributes, "
          + "\(counter.textBytes) bytes of text")
    }
  }
}
