import CrosswalkModel
import CrosswalkReaders

/// Walks through an Akoma Ntoso act and hands its tags, as those of Formex, to the reader of acts.
struct AkomaNtosoReader: XMLEventHandler {
  static let vocabulary: [String] = []
  static let namespaces = [AkomaNtosoHeader.namespace]

  var act: FormexActReader
  /// Where elements with an identifier begin, for what the metadata says about them.
  private(set) var places: [String: (line: Int, column: Int)] = [:]
  /// Where elements begin that a later version of the act removed.
  private(set) var removed: [(line: Int, column: Int)] = []
  let notes: [String: String]
  private let keepsPlaces: Bool
  var open: [Open] = []
  private var skipped = 0
  /// The mark before quoted provisions, which stands with their first word.
  private var openingQuote = ""
  private var hasAct = false

  /// An element that is open in the file.
  struct Open {
    let name: String
    let role: AkomaNtosoRole
    let line: Int
    let column: Int
    var identifier: String?
    /// Elements that stand for it.
    var begun = 0
    /// What it becomes when its first child is known.
    var isHeld = false
    /// The title of a division is open until something else than a heading comes.
    var hasOpenTitle = false
    var numbers = 0
    var closing = ""
    var grid = AkomaNtosoTableGrid()

    /// The number in an identifier such as `chp_I__art_5a`: `5a`.
    var number: String? {
      guard let last = identifier?.split(separator: "_").last else { return nil }
      let number = last.filter { $0.isNumber || $0.isLetter || $0 == "." }
      return number.first?.isNumber == true ? String(number) : nil
    }
  }

  /// Creates a reader that writes with `writer`.
  init(writer: FormexNodeWriter, header: AkomaNtosoHeader) {
    act = FormexActReader(writer: writer)
    notes = header.notes
    keepsPlaces = !header.modifications.isEmpty
  }

  mutating func startElement(_ element: XMLElement) throws(ImportError) {
    guard skipped == 0 else { return skipped += 1 }
    let isForeign = element.namespaceIndex != 0
    let name = element.localName
    settle(before: name)
    let role = isForeign ? nil : try role(of: name, at: element)
    if case .skipped(let why)? = role {
      skipped = 1
      if let why {
        act.writer.text.leaveOut(
          FormexElement(nil, localName: name, line: element.line, column: element.column), why: why)
      }
      return
    }
    var opened = Open(
      name: name, role: role ?? .element(.highlight), line: element.line, column: element.column)
    let attributes = Attributes(element)
    note(attributes, of: opened)
    opened.identifier = attributes["eId"] ?? attributes["GUID"]
    begin(&opened, role, attributes)
    open.append(opened)
  }

  mutating func endElement(_ element: XMLElementEnd) throws(ImportError) {
    guard skipped == 0 else { return skipped -= 1 }
    settle(before: "")
    guard let ended = open.popLast() else { return }
    openingQuote = ""
    for _ in 0..<ended.begun { act.end() }
    write(ended.closing)
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(ImportError) {
    guard skipped == 0 else { return }
    let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    if !isBlank { settle(before: "text") }
    if isBlank, open.last?.isHeld ?? true { return }
    if !isBlank, !openingQuote.isEmpty {
      write(openingQuote)
      openingQuote = ""
    }
    act.append(bytes)
  }
}

extension AkomaNtosoReader {
  /// The attributes of a tag, by name.
  struct Attributes {
    private var values: [String: String] = [:]

    init(_ element: XMLElement) {
      for attribute in element.attributes { values[attribute.localName] = attribute.value }
    }

    subscript(name: String) -> String? { values[name] }
  }

  private mutating func note(_ attributes: Attributes, of opened: Open) {
    if keepsPlaces, let id = attributes["eId"], places[id] == nil {
      places[id] = (opened.line, opened.column)
    }
    if attributes["status"] == "removed" { removed.append((opened.line, opened.column)) }
  }

  /// What an element is where it stands; `nil` for one that is not known.
  private mutating func role(of name: String, at element: XMLElement) throws(ImportError) -> AkomaNtosoRole? {
    let parent = open.last?.name
    if AkomaNtosoRole.acts.contains(name) {
      if isInAnnex { return .transparent }
      if !hasAct {
        hasAct = true
        return .element(.act)
      }
      guard name != "act", name != "bill" else {
        let place = SourceLocation(file: act.writer.text.file, line: element.line, column: element.column)
        throw ImportError(.unexpectedElement(name, in: "\(parent ?? ""), after another act"), at: place)
      }
      return .element(.consolidatedAnnex)
    }
    switch (parent, name) {
    case (_, "attachment"): return .element(.consolidatedAnnex)
    case (_, "body"), (_, "mainBody"): return .element(isInAnnex ? .contents : .enactingTerms)
    case ("recitals", "intro"), ("recitals", "wrapUp"): return .element(.recitalsStart)
    case ("preamble", "formula"), ("preamble", "block"), ("preamble", "container"), ("preamble", "p"):
      return .element(.preambleStart)
    case ("quotedStructure", _) where name == "num": return .element(.block)
    default: return AkomaNtosoRole.all[name]
    }
  }

  private var isInAnnex: Bool {
    open.contains { $0.role == .element(.consolidatedAnnex) }
  }

  private mutating func begin(_ opened: inout Open, _ role: AkomaNtosoRole?, _ attributes: Attributes) {
    switch role {
    case nil: push(nil, &opened)
    case .transparent, .skipped: break
    case .element(let name): push(name, &opened, identifier: name == .article)
    case .wrapped(let outer, let inner):
      push(outer, &opened)
      push(inner, &opened)
    case .held, .row: opened.isHeld = true
    case .division: push(divisionName, &opened)
    case .number, .heading: beginHeading(&opened)
    case .cell: beginCell(&opened, attributes)
    case .note: beginNote(&opened, attributes)
    case .noteReference: writeNote(&opened, attributes)
    case .quotation:
      push(.quotation, &opened)
      openingQuote = attributes["startQuote"] ?? ""
      opened.closing = attributes["endQuote"] ?? ""
    case .image:
      act.begin(element(.image, opened, [.fileReference: attributes["src"]]))
      opened.begun = 1
    }
  }

  mutating func push(_ name: FormexName?, _ opened: inout Open, identifier: Bool = false) {
    act.begin(element(name, opened, [.identifier: identifier ? opened.number : nil]))
    opened.begun += 1
  }

  func element(
    _ name: FormexName?, _ opened: Open, _ attributes: KeyValuePairs<FormexAttribute, String?> = [:]
  ) -> FormexElement {
    FormexElement(
      name, localName: opened.name, line: opened.line, column: opened.column, attributes: attributes)
  }

  mutating func write(_ text: String) {
    guard !text.isEmpty else { return }
    var copy = text
    copy.withUTF8 { act.append(UnsafeRawBufferPointer($0)) }
  }

  /// A division of the act, a group of paragraphs in an article, or a titled part of anything else.
  private var divisionName: FormexName {
    let parent = open.last { $0.role != .transparent }
    switch parent?.role {
    case .element(.enactingTerms): return .division
    case .element(.article): return .subdivision
    case .division where parent?.begun == 1 && divisionsStandInAct: return .division
    default: return .sequenceGroup
    }
  }

  /// Whether every open division stands directly in the enacting terms.
  private var divisionsStandInAct: Bool {
    open.reversed().drop { $0.role == .division || $0.role == .transparent }.first?.role
      == .element(.enactingTerms)
  }
}
