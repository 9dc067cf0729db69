import CrosswalkModel
import CrosswalkReaders

/// Walks through an act or an annex and hands each unit (article, recital, content of an annex) to the writer.
struct FormexActReader: XMLEventHandler {
  static let vocabulary = FormexName.vocabulary

  var writer: FormexNodeWriter
  private var units = FormexElementStack()
  private var frames: [Frame] = []
  private var articles = 0
  private var recitals = 0
  private var guidance = 0
  private var preamble: Int32?
  private var annex: FormexNodeWriter.Holder?
  /// The changes that a consolidated act marks in its text.
  private(set) var changes = FormexChanges()

  /// An element that only holds units.
  private struct Frame {
    let element: FormexElement
    /// The group of a division, once its title is known.
    var holder: FormexNodeWriter.Holder?
    var divisions = 0
    /// Blocks that stand outside any article.
    var loose: [FormexElement.Content] = []
  }

  /// Creates a reader that writes with `writer`.
  init(writer: FormexNodeWriter) { self.writer = writer }

  mutating func startElement(_ element: XMLElement) throws(ImportError) { begin(FormexElement(element)) }

  mutating func endElement(_ element: XMLElementEnd) throws(ImportError) { end() }

  /// A start tag.
  mutating func begin(_ element: FormexElement) {
    guard units.isEmpty, isFrame(element.name) else { return units.start(element) }
    if element.name == .division { beginDivision() }
    if element.name == .consolidatedAnnex { annex = nil }
    frames.append(Frame(element: element))
  }

  /// An end tag.
  mutating func end() {
    guard units.isEmpty else {
      if let unit = units.end() { consume(unit) }
      return
    }
    endFrame()
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(ImportError) { append(bytes) }

  /// Text.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if !changes.take(bytes) { return }
    if !units.isEmpty { return units.append(bytes) }
    let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    guard !isBlank, let frame = frames.last?.element else { return }
    writer.text.leaveOut(
      frame, why: "text directly in it: \"\(String(decoding: bytes.prefix(80), as: UTF8.self))\"")
  }

  mutating func processingInstruction(
    target: String, data: String, line: Int, column: Int
  ) throws(ImportError) {
    guard target != "PAGE" else { return }
    let place = SourceLocation(file: writer.text.file, line: line, column: column)
    guard try !changes.take(instruction: target, data: data, at: place) else { return }
    writer.text.leaveOut("instruction <?\(target)?>", at: place, why: "not known here")
  }

  private func isFrame(_ name: FormexName?) -> Bool {
    guard let parent = frames.last?.element.name else { return true }
    switch (parent, name) {
    case (.consolidatedAct, .consolidatedDocument), (.consolidatedDocument, .preamble),
      (.consolidatedDocument, .enactingTerms), (.consolidatedDocument, .consolidatedAnnex),
      (.act, .consolidatedAnnex), (.act, .preamble), (.act, .enactingTerms), (.enactingTerms, .division),
      (.division, .division),
      (.preamble, .visas), (.preamble, .recitals), (.recitals, .recitalsDivision):
      return true
    default: return false
    }
  }
}

extension FormexActReader {
  private mutating func consume(_ unit: FormexElement) {
    switch frames.last?.element.name {
    case .act, .consolidatedAct, .consolidatedDocument: consumePartOfAct(unit)
    case .annex, .consolidatedAnnex: consumePartOfAnnex(unit)
    case .preamble, .visas, .recitals, .recitalsDivision: consumePartOfPreamble(unit)
    case .enactingTerms, .division: consumeProvision(unit)
    default: writer.text.leaveOut(unit, why: "outside an act")
    }
  }

  private mutating func consumePartOfAct(_ unit: FormexElement) {
    switch unit.name {
    case .bibliographyOfInstance, .title, .consolidation, .family: break  // read before: they are metadata
    case .final: writer.writeFinal(unit)
    case nil where FormexName.printingData.contains(unit.localName): break
    default: writer.text.leaveOut(unit, why: "its place in an act is not known here")
    }
  }

  private mutating func consumePartOfPreamble(_ unit: FormexElement) {
    let parent = preamble ?? beginPreamble()
    guard unit.name != .recital else {
      recitals += 1
      return writer.writeRecital(unit, position: recitals, below: parent)
    }
    guidance += 1
    writer.writeGuidance(unit, name: "preamble/\(guidance)", below: parent)
  }

  private mutating func beginPreamble() -> Int32 {
    let place = frames.first { $0.element.name == .preamble }?.element.place ?? (1, 1)
    let row = writer.write(.guidance, ProvisionName("preamble", style: .slash), below: -1, at: place)
    preamble = row
    return row
  }

  private mutating func consumePartOfAnnex(_ unit: FormexElement) {
    switch unit.name {
    case .bibliographyOfInstance: break
    case .title where annex == nil: annex = writer.writeAnnex(title: unit, at: place)
    case .contents: writer.write(contents: unit, in: openAnnex())
    default: writer.write([.element(unit)], of: unit, in: openAnnex())
    }
  }

  /// The annex being written; one without a title begins with its content.
  private mutating func openAnnex() -> FormexNodeWriter.Holder {
    let holder = annex ?? writer.writeAnnex(title: nil, at: place)
    annex = holder
    return holder
  }

  private var place: (line: Int, column: Int) { frames.last?.element.place ?? (1, 1) }

  private mutating func consumeProvision(_ unit: FormexElement) {
    guard let last = frames.indices.last else { return }
    if unit.name == .title, frames[last].element.name == .division, frames[last].holder == nil {
      return openDivision(at: last, title: unit)
    }
    guard unit.name != .final else { return writer.writeFinal(unit) }
    guard unit.name == .article else { return frames[last].loose.append(.element(unit)) }
    endLooseBlocks()
    openDivisions()
    articles += 1
    writer.writeArticle(unit, position: articles, below: frames[last].holder?.row ?? -1)
  }

  private mutating func beginDivision() {
    endLooseBlocks()
    openDivisions()
  }

  private mutating func endFrame() {
    endLooseBlocks()
    openDivisions()
    frames.removeLast()
  }

  /// Writes the groups of open divisions whose title has not come.
  private mutating func openDivisions() {
    for index in frames.indices where frames[index].element.name == .division && frames[index].holder == nil {
      openDivision(at: index, title: nil)
    }
  }

  private mutating func openDivision(at index: Int, title: FormexElement?) {
    guard index > 0 else { return }
    frames[index - 1].divisions += 1
    frames[index].holder = writer.writeDivision(
      title: title, at: frames[index].element.place, position: frames[index - 1].divisions,
      in: frames[index - 1].holder)
  }

  /// Blocks outside any article, as recommendations have them, stand in a control of their own.
  private mutating func endLooseBlocks() {
    guard let last = frames.indices.last, !frames[last].loose.isEmpty else { return }
    let content = frames[last].loose
    frames[last].loose = []
    openDivisions()
    let frame = frames[last]
    let prefix = frame.holder.map { $0.name.local + "/" } ?? ""
    let name = writer.free(
      ProvisionName(prefix + "enacting-terms", style: .slash, aliasPrefixes: ["", "point "]))
    let place = content.lazy.compactMap { if case .element(let element) = $0 { element.place } else { nil } }
      .first
    let row = writer.write(.control, name, below: frame.holder?.row ?? -1, at: place ?? frame.element.place)
    writer.write(content, of: frame.element, in: FormexNodeWriter.Holder(row: row, name: name))
  }
}
