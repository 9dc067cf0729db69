import CrosswalkModel

/// Turns elements into words: marks restored, footnotes apart, everything not understood named.
struct FormexTextReader {
  let file: String
  private(set) var notUsed: [NotUsed] = []
  private var notes = 0

  /// Creates a reader for the elements of `file`.
  init(file: String) { self.file = file }

  /// The place of an element.
  func location(_ element: FormexElement) -> SourceLocation {
    SourceLocation(file: file, line: element.line, column: element.column)
  }

  /// Names something that was seen and not used.
  mutating func leaveOut(_ element: FormexElement, why: String) {
    notUsed.append(NotUsed(location: location(element), what: "element <\(element.localName)>", why: why))
  }

  /// Names something else that was seen and not used.
  mutating func leaveOut(_ what: String, at location: SourceLocation, why: String) {
    notUsed.append(NotUsed(location: location, what: what, why: why))
  }

  /// All words of `content`, blocks on lines of their own.
  mutating func passage(_ content: [FormexElement.Content], of element: FormexElement) -> FormexPassage {
    var passage = FormexPassage()
    read(content, of: element, into: &passage)
    return passage
  }

  /// All words of `element`.
  mutating func passage(_ element: FormexElement) -> FormexPassage { passage(element.content, of: element) }

  /// Appends the words of `content`.
  mutating func read(
    _ content: [FormexElement.Content], of element: FormexElement, into passage: inout FormexPassage
  ) {
    var followsNumber = false
    for part in content {
      switch part {
      case .text(let text): passage.append(text, line: element.line, column: element.column)
      case .element(let child):
        read(child, into: &passage, startsLine: !followsNumber)
        followsNumber = child.name == .numberOfPoint || child.name == .paragraphNumber
      }
    }
  }

  /// Appends the words of one element.
  mutating func read(_ element: FormexElement, into passage: inout FormexPassage, startsLine: Bool = true) {
    switch element.name {
    case .quoteStart, .quoteEnd: readQuotationMark(element, into: &passage)
    case .note: readNote(element, into: &passage)
    case .lineBreak: passage.breakLine()
    case .empty: break
    case .image: leaveOut(element, why: "images are not kept\(file(of: element))")
    case .numberOfPoint, .paragraphNumber:
      passage.breakLine()
      read(element.content, of: element, into: &passage)
      passage.breakWord()
    case .row: readRow(element, into: &passage)
    case .some(let name):
      if name == .formula { leaveOut(element, why: "only its characters are kept, not its layout") }
      readFramed(element, into: &passage, isInline: name.isInline, startsLine: startsLine)
    case nil:
      nameUnknown(element)
      readFramed(element, into: &passage, isInline: !element.holdsBlocks, startsLine: startsLine)
    }
  }

  private mutating func readFramed(
    _ element: FormexElement, into passage: inout FormexPassage, isInline: Bool, startsLine: Bool
  ) {
    if !isInline { startsLine ? passage.breakLine() : passage.breakWord() }
    read(element.content, of: element, into: &passage)
    if !isInline { passage.breakLine() }
  }

  /// Names an element that is not known and whose text is kept.
  mutating func nameUnknown(_ element: FormexElement) {
    leaveOut(element, why: "an element not known here: its text is kept, its meaning is not")
  }

  private mutating func readRow(_ row: FormexElement, into passage: inout FormexPassage) {
    passage.breakLine()
    for (index, cell) in row.elements.enumerated() {
      if index > 0 { passage.append(" | ", line: cell.line, column: cell.column) }
      passage.appendLines(of: self.passage(cell))
    }
    passage.breakLine()
  }

  private mutating func readQuotationMark(_ element: FormexElement, into passage: inout FormexPassage) {
    guard let code = element[.code], let value = UInt32(code, radix: 16), let mark = Unicode.Scalar(value)
    else {
      leaveOut(element, why: "its CODE is no character")
      return
    }
    passage.append(String(mark), line: element.line, column: element.column)
  }

  private mutating func readNote(_ element: FormexElement, into passage: inout FormexPassage) {
    let mark = element[.noteMark] ?? printedMark(of: element)
    if let reference = element[.noteReference] {
      passage.notes.append(FormexNote(mark: mark, text: "", reference: reference))
      return
    }
    let content = self.passage(element)
    passage.notes.append(FormexNote(mark: mark, text: content.text))
    passage.notes += content.notes
  }

  private mutating func printedMark(of note: FormexElement) -> String {
    if note[.noteNumbering] == "STAR" { return "*" }
    let identifier = note[.noteID] ?? note[.noteReference] ?? ""
    let digits = identifier.drop { !$0.isNumber }.drop { $0 == "0" }
    notes += 1
    return digits.isEmpty ? String(notes) : String(digits)
  }

  private func file(of element: FormexElement) -> String {
    (element[.fileReference] ?? element[.file]).map { ": \($0)" } ?? ""
  }
}
