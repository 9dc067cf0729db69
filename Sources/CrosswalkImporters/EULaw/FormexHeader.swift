import CrosswalkModel
import CrosswalkReaders

/// What a Formex file says about itself before its content begins.
struct FormexHeader: Sendable {
  let file: SourceFile
  /// `ACT`, `CONS.ACT`, `ANNEX`, `DOC` or `PUBLICATION`.
  let root: FormexName
  /// Of an act or an annex, its bibliography and its title; of the other files, everything in them.
  fileprivate(set) var content: [FormexElement]
  let line: Int
  let column: Int

  /// Reads the head of an act or an annex, or the whole of a file that lists others.
  ///
  /// - Throws: ``ImportError`` where the file is no XML, or has another root.
  init(_ file: SourceFile, limits: ReadingLimits) throws(ImportError) {
    var probe = FormexProbe(file: file)
    do {
      try XMLEventReader(limits: limits).read(file, into: &probe)
    } catch {
      throw ImportError(error)
    }
    guard let header = probe.header else {
      throw ImportError(
        .notThisFormat(expected: "formex", found: "it has no root"),
        at: SourceLocation(file: file.name, line: 1, column: 1))
    }
    self = header
  }

  fileprivate init(file: SourceFile, root: FormexName, line: Int, column: Int) {
    self.file = file
    self.root = root
    self.line = line
    self.column = column
    content = []
  }

  /// Whether it holds an act.
  var isAct: Bool { root == .act || root == .consolidatedAct }
  /// Whether it holds text of the law: an act or an annex.
  fileprivate var isPart: Bool { isAct || root == .annex }

  /// The place of the root.
  var location: SourceLocation { SourceLocation(file: file.name, line: line, column: column) }
  /// The place of an element.
  func location(_ element: FormexElement) -> SourceLocation {
    SourceLocation(file: file.name, line: element.line, column: element.column)
  }

  /// The first element of this name directly below the root.
  func first(_ name: FormexName) -> FormexElement? { content.first { $0.name == name } }

  /// Elements of the bibliography that are not known here.
  var notUsed: [NotUsed] {
    Self.unknown(in: content.filter { $0.name != .title }).map { element in
      NotUsed(
        location: location(element), what: "element <\(element.localName)>",
        why: "not known in a bibliography")
    }
  }

  private static func unknown(in elements: [FormexElement]) -> [FormexElement] {
    elements.flatMap { element in
      let isKnown = element.name != nil || FormexName.printingData.contains(element.localName)
      return (isKnown ? [] : [element]) + unknown(in: element.elements)
    }
  }

  private var reference: FormexElement? { first(.bibliographyOfInstance)?.first(.documentReference) }
  /// The language of this part, as printed: `EN`.
  var language: String? { first(.bibliographyOfInstance)?.first(.language)?.plainText }
  /// The name of the file that lists this part, as the part gives it.
  var documentFile: String? { reference?[.file] }
  /// The place of that name.
  var documentReferenceLocation: SourceLocation { reference.map(location) ?? location }
  /// The place of this part among those of its document: `0001.0004`.
  var sequence: String { first(.bibliographyOfInstance)?.first(.sequence)?.plainText ?? "" }
}

extension ImportError {
  /// A reader's error, or that of its handler.
  init(_ error: XMLReadingError<ImportError>) {
    switch error {
    case .reading(let error): self.init(error)
    case .handler(let error): self = error
    }
  }
}

/// Reads until the head of an act is complete.
private struct FormexProbe: XMLEventHandler {
  static let vocabulary = FormexName.vocabulary

  let file: SourceFile
  var header: FormexHeader?
  private(set) var isFinished = false
  private var units = FormexElementStack()

  init(file: SourceFile) { self.file = file }

  mutating func startElement(_ element: XMLElement) throws(ImportError) {
    guard let header else {
      self.header = try root(element)
      return
    }
    let name = FormexName(index: element.name)
    guard units.isEmpty, header.isPart, name?.isHead != true else {
      return units.start(FormexElement(element))
    }
    if header.root == .consolidatedAct {
      // The body of a consolidated act begins behind its history.
      if name == .consolidatedDocument || FormexName.printingData.contains(element.localName) { return }
    }
    isFinished = true
  }

  private func root(_ element: XMLElement) throws(ImportError) -> FormexHeader {
    let place = SourceLocation(file: file.name, line: element.line, column: element.column)
    switch FormexName(index: element.name) {
    case .act?, .consolidatedAct?, .annex?, .document?, .publication?:
      if let name = FormexName(index: element.name), element.namespace == nil {
        return FormexHeader(file: file, root: name, line: element.line, column: element.column)
      }
      throw ImportError(.notThisFormat(expected: "formex", found: "its root has a namespace"), at: place)
    default:
      let found =
        FormexName.otherRoots[element.localName]
        ?? "its root is <\(element.localName)>, not ACT, CONS.ACT, ANNEX, DOC or PUBLICATION"
      throw ImportError(.notThisFormat(expected: "formex", found: found), at: place)
    }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(ImportError) {
    if let unit = units.end() { header?.content.append(unit) }
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(ImportError) {
    if !units.isEmpty { units.append(bytes) }
  }
}
