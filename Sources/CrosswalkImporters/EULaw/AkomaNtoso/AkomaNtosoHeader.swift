import CrosswalkModel
import CrosswalkReaders

/// What an Akoma Ntoso document says about itself before its content begins.
struct AkomaNtosoHeader: Sendable {
  /// The namespace of Akoma Ntoso 3.0, the one version that AKN4EU builds on.
  static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

  let file: SourceFile
  /// `act`, `bill`, `doc` or `statement`.
  fileprivate(set) var document: FormexElement?
  fileprivate(set) var meta: FormexElement?
  fileprivate(set) var preface: FormexElement?

  /// Reads the head of the first act in `file`.
  ///
  /// - Throws: ``ImportError`` where the file is no Akoma Ntoso, or holds no act.
  init(_ file: SourceFile, limits: ReadingLimits) throws(ImportError) {
    var probe = AkomaNtosoProbe(file: file)
    do { try XMLEventReader(limits: limits).read(file, into: &probe) } catch { throw ImportError(error) }
    guard probe.header.document != nil else {
      throw ImportError(
        .notThisFormat(expected: "akoma-ntoso", found: "no act, bill or other document of law is in it"),
        at: SourceLocation(file: file.name, line: 1, column: 1))
    }
    self = probe.header
  }

  fileprivate init(file: SourceFile) { self.file = file }

  /// The place of an element, or of the first line.
  func location(_ element: FormexElement?) -> SourceLocation {
    SourceLocation(file: file.name, line: element?.line ?? 1, column: element?.column ?? 1)
  }

  /// Notes that stand in the metadata, by identifier.
  var notes: [String: String] {
    var notes: [String: String] = [:]
    for note in meta?.all(localName: "note") ?? [] {
      guard let id = note.attribute("eId") ?? note.attribute("id") else { continue }
      notes[id] = FormexNumber.label(note.plainText)
    }
    return notes
  }

  /// A change that the metadata reports.
  struct Modification: Hashable, Sendable {
    /// Whether another act changed this one.
    let isPassive: Bool
    /// `substitution`, `insertion`, `repeal`.
    let type: String
    /// The provision of this act, by its identifier.
    let provision: String
    /// The provision of the other act.
    let other: String
    let location: SourceLocation
  }

  /// The changes that the analysis in the metadata lists.
  var modifications: [Modification] {
    let analysis = meta?.first(localName: "analysis")
    return ["activeModifications", "passiveModifications"].flatMap { name in
      let isPassive = name == "passiveModifications"
      return (analysis?.first(localName: name)?.elements ?? []).flatMap { change -> [Modification] in
        let ends = (
          change.all(localName: isPassive ? "destination" : "source"),
          change.all(localName: isPassive ? "source" : "destination").first?.attribute("href") ?? ""
        )
        return ends.0.compactMap { end in
          guard let href = end.attribute("href"), let mark = href.lastIndex(where: { $0 == "#" || $0 == "~" })
          else { return nil }
          return Modification(
            isPassive: isPassive, type: change.attribute("type") ?? change.localName,
            provision: String(href[href.index(after: mark)...]), other: ends.1, location: location(change))
        }
      }
    }
  }

  /// Parts of the metadata that are understood and not kept.
  var notUsed: [NotUsed] {
    let used: Set<String> = ["identification", "publication", "proprietary", "analysis", "notes"]
    return (meta?.elements ?? []).filter { !used.contains($0.localName) }.map { element in
      NotUsed(
        location: location(element), what: "element <\(element.localName)>",
        why: "of the metadata only identification, publication, notes and modifications are kept")
    }
  }
}

/// Reads until the head of the act is complete.
private struct AkomaNtosoProbe: XMLEventHandler {
  static let vocabulary = FormexName.vocabulary
  static let namespaces = [AkomaNtosoHeader.namespace]

  var header: AkomaNtosoHeader
  private(set) var isFinished = false
  private var units = FormexElementStack()
  private var isPreface = false
  private var hasRoot = false

  init(file: SourceFile) { header = AkomaNtosoHeader(file: file) }

  mutating func startElement(_ element: XMLElement) throws(ImportError) {
    let name = element.localName
    guard hasRoot else { return try checkRoot(element) }
    guard units.isEmpty else { return units.start(isPreface ? Self.titled(element) : FormexElement(element)) }
    switch name {
    case "meta": units.start(FormexElement(element))
    case "preface" where header.document != nil:
      isPreface = true
      units.start(Self.titled(element))
    case "coverPage": units.start(FormexElement(element))
    case "documentCollection", "collectionBody", "components", "component", "documentRef": break
    case _ where AkomaNtosoRole.acts.contains(name) && header.document == nil:
      header.document = FormexElement(element)
      (header.meta, header.preface) = (nil, nil)
    case _ where header.document != nil: isFinished = true
    default:
      throw ImportError(
        .notThisFormat(expected: "akoma-ntoso", found: "a document of another kind (<\(name)>)"),
        at: place(element))
    }
  }

  private mutating func checkRoot(_ element: XMLElement) throws(ImportError) {
    guard element.localName == "akomaNtoso" else {
      let found = "its root is <\(element.localName)>, not akomaNtoso"
      throw ImportError(.notThisFormat(expected: "akoma-ntoso", found: found), at: place(element))
    }
    guard element.namespaceIndex == 0 else {
      throw ImportError(
        .unsupportedVersion(element.namespace ?? "", supported: AkomaNtosoHeader.namespace),
        at: place(element))
    }
    hasRoot = true
  }

  private func place(_ element: XMLElement) -> SourceLocation {
    SourceLocation(file: header.file.name, line: element.line, column: element.column)
  }

  /// An element of the preface, so far as the title needs it.
  private static func titled(_ element: XMLElement) -> FormexElement {
    let name: FormexName =
      switch element.localName {
      case "authorialNote": .note
      case "p", "longTitle", "container", "block", "preface": .block
      default: .highlight
      }
    return FormexElement(
      name, localName: element.localName, line: element.line, column: element.column)
  }

  mutating func endElement(_ element: XMLElementEnd) throws(ImportError) {
    guard let unit = units.end() else { return }
    if unit.localName == "meta", header.meta == nil { header.meta = unit }
    if unit.localName == "preface" { header.preface = unit }
    isPreface = false
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(ImportError) {
    if !units.isEmpty { units.append(bytes) }
  }
}
