extension TemplateError.Reason {
  /// A stable machine name in kebab case.
  var code: String {
    switch self {
    case .noDocument: "no-document"
    case .notText: "not-text"
    case .tooLarge: "template-too-large"
    case .reservedCharacter: "reserved-character"
    case .unclosedTag: "unclosed-tag"
    case .emptyTag: "empty-tag"
    case .badName: "bad-field-name"
    case .badPartialName: "bad-part-name"
    case .refusedTag: "refused-tag"
    case .joinedBraces: "joined-braces"
    case .unclosedSection: "unclosed-section"
    case .strayEnd: "stray-section-end"
    case .mismatchedEnd: "mismatched-section-end"
    case .unknownPartial: "unknown-part"
    case .recursivePartial: "recursive-part"
    case .partialAmongRows, .partialInText, .partialOutOfPlace: "part-out-of-place"
    case .markdown: "unsupported-markdown"
    case .unsafeContext: "unsafe-context"
    case .html: "unsafe-html"
    case .word: "word-file"
    case .tooManyTags: "too-many-tags"
    case .tooDeep: "too-deep"
    case .tooManyParts: "too-many-parts"
    case .documentTooLarge: "document-too-large"
    case .tooManySteps: "too-much-repetition"
    case .defect: "template-defect"
    }
  }

  /// What is wrong, and what to do about it.
  var words: (message: String, hint: String?) {
    switch self {
    case .noDocument(let format):
      ("the template has no document for \(format)", "write document.md")
    case .notText: ("the file is not UTF-8 text", "save it as UTF-8")
    case .tooLarge(let bytes, let limit):
      ("the file has \(bytes) bytes; a template may have \(limit)", nil)
    case .reservedCharacter(let value):
      (
        "the character U+\(String(value, radix: 16, uppercase: true)) cannot stand in a template",
        "remove it"
      )
    case .unknownPartial(let name, let closest):
      (
        "there is no part `\(name)`",
        closest.isEmpty ? "parts are files parts/NAME.md" : "closest: \(closest.joined(separator: ", "))"
      )
    case .recursivePartial(let name):
      ("the part `\(name)` stands in itself", "parts cannot repeat themselves: use a section over a list")
    case .partialAmongRows(let name):
      (
        "the part `\(name)` stands among table rows",
        "write the rows here, or the whole table in the part"
      )
    case .partialInText(let name):
      (
        "the part `\(name)` stands in a text, and is not one paragraph",
        "let it stand alone on its line"
      )
    case .partialOutOfPlace(let name, let block):
      (
        "the part `\(name)` holds a \(block), which cannot stand in a list or a note",
        "let its tag begin at the margin"
      )
    case .markdown(let what, let hint): (what, hint)
    case .unsafeContext(let tag, let context, let hint): ("`\(tag)` stands in \(context)", hint)
    case .html(let what, let hint): (what, hint)
    case .word(let what, let hint): (what, hint)
    case .defect(let problem): (problem, "this is a defect of the toolkit: please report it")
    default: tagWords ?? limitWords
    }
  }

  private var tagWords: (message: String, hint: String?)? {
    switch self {
    case .unclosedTag: ("the tag does not end in its line", "end it with }}")
    case .emptyTag: ("the tag names nothing", "`template fields` lists what may stand there")
    case .badName(let name):
      ("`\(name)` cannot be the name of a field", "names are letters, digits, - and _, joined by full stops")
    case .badPartialName(let name):
      ("`\(name)` cannot be the name of a part", "a part is named without folder and ending: {{> NAME}}")
    case .refusedTag(let content):
      (
        "the tag `{{\(content)}}` is not allowed in joint documents",
        "values are always escaped and never computed: use {{name}}, {{#name}}, {{^name}}, {{/name}}, {{> part}}"
      )
    case .joinedBraces:
      ("braces that stand next to each other here would make another tag", "leave a blank between them")
    case .unclosedSection(let spelling):
      (
        "the section `\(spelling)` does not end where it began",
        "write its end in the same place: after the same block, row or text"
      )
    case .strayEnd(let spelling): ("`\(spelling)` ends no section that began here", nil)
    case .mismatchedEnd(let spelling, let expected):
      ("`\(spelling)` ends another section than the open one", "expected: \(expected)")
    default: nil
    }
  }

  private var limitWords: (message: String, hint: String?) {
    switch self {
    case .tooManyTags(let limit): ("the template has more than \(limit) tags", nil)
    case .tooDeep(let limit): ("sections or parts stand more than \(limit) deep in each other", nil)
    case .tooManyParts(let count, let limit):
      ("the template has \(count) parts; it may have \(limit)", nil)
    case .documentTooLarge(let limit):
      ("the document would have more than \(limit) bytes", "repeat less, or render fewer requirements")
    case .tooManySteps(let limit):
      ("the document would repeat its tags more than \(limit) times", "put fewer lists into each other")
    default: ("\(self)", nil)
    }
  }
}
