import CrosswalkModel

extension CatalogDiff.Part {
  /// What a change is about and how it reads, with words marked in the manner of `marks`.
  func words(_ marks: WordMarks) -> String {
    switch self {
    case .words(let field, let change, let language):
      let name = language.map { "\(field.words) (\($0))" } ?? field.words
      return "\(name): \(marks.text(change))"
    case .value(let field, let before, let after):
      return "\(field.words): \(marks.escaped(before.orNone)) → \(marks.escaped(after.orNone))"
    case .list(let field, let removed, let inserted):
      let entries = removed.map(marks.removed) + inserted.map(marks.inserted)
      return "\(field.words): \(entries.joined(separator: " "))"
    case .parameter(let parameter):
      let facets = parameter.facets.map { facet in
        let name = facet.name.isEmpty ? "" : "\(marks.escaped(facet.name)) "
        let values = [facet.before.map(marks.removed), facet.after.map(marks.inserted)]
        return name + values.compactMap(\.self).joined(separator: " ")
      }
      return "parameter \(marks.escaped(parameter.id)): \(facets.joined(separator: "; "))"
    }
  }
}

extension String {
  /// The text, or that there is none.
  fileprivate var orNone: String { isEmpty ? "none" : self }
}

/// How a text without colours marks removed and inserted words.
struct WordMarks: Sendable {
  var removed: @Sendable (String) -> String
  var inserted: @Sendable (String) -> String
  var escaped: @Sendable (String) -> String

  /// As `wdiff` and `git diff --word-diff` mark them.
  static let plain = WordMarks(
    removed: { "[-\($0.onOneLine)-]" }, inserted: { "{+\($0.onOneLine)+}" }, escaped: { $0.onOneLine })

  /// Struck out and bold, as Markdown renders them.
  static let markdown = WordMarks(
    removed: { "~~\(MarkdownText.inline($0))~~" }, inserted: { "**\(MarkdownText.inline($0))**" },
    escaped: { MarkdownText.inline($0) })

  /// Kept words beside a change; further ones are left out.
  private static let context = 8

  /// The changed words with those around them.
  func text(_ change: WordChange) -> String {
    let last = change.runs.count - 1
    return change.runs.enumerated().map { index, run in
      switch run.kind {
      case .removed: removed(run.text)
      case .inserted: inserted(run.text)
      case .kept: escaped(Self.excerpt(of: run.text, isFirst: index == 0, isLast: index == last))
      }
    }.joined(separator: " ")
  }

  private static func excerpt(of text: String, isFirst: Bool, isLast: Bool) -> String {
    let words = text.split(separator: " ")
    let (head, tail) = (isFirst ? 0 : context, isLast ? 0 : context)
    guard words.count > head + tail + 1 else { return text }
    return (words.prefix(head) + ["…"] + words.suffix(tail)).joined(separator: " ")
  }
}

extension EndChange {
  /// What became of that which a claim names: the first line says it, further ones show it.
  func lines(_ marks: WordMarks) -> [String] {
    let name = marks.escaped(id.local.isEmpty ? id.framework.rawValue : id.local)
    guard !id.local.isEmpty else {
      return [
        outcome == .notComparable
          ? "\(name): the two revisions have no texts of one kind that could be compared"
          : "\(name): \(Counted.of(count, "requirement")) changed, came or went"
      ]
    }
    let went = moves.map { "; " + marks.escaped($0.words) }.joined()
    switch outcome {
    case .same: return []
    case .withdrawn: return ["\(name) is withdrawn\(went)"]
    case .reinstated: return ["\(name) was withdrawn, and is in force again"]
    case .gone: return ["\(name) is gone\(went)"]
    case .added: return ["\(name) is new: the revision that the claim names does not have it"]
    case .notComparable:
      return ["\(name): the two revisions have no texts of one kind that could be compared"]
    case .changed:
      let details = details(marks)
      return details.isEmpty ? ["\(name): its parts stand in another order"] : details
    }
  }

  private func details(_ marks: WordMarks) -> [String] {
    let changed = changes.flatMap { change in
      change.parts.filter(\.isOfRequirement).map {
        "\(marks.escaped(change.after.id.local)) \($0.words(marks))"
      }
    }
    return changed
      + removed.map { "\(marks.escaped($0.id.local)) ended: \(marks.removed($0.text))" }
      + added.map { "\(marks.escaped($0.id.local)) is new: \(marks.inserted($0.text))" }
  }
}

extension WhatIfReport.Change {
  /// Why a verdict is otherwise at another revision.
  var revisionCauses: [String] {
    if !causes.isEmpty { return causes.map(\.words) }
    if before == nil { return ["the requirement is new"] }
    if after == nil { return ["the requirement is gone, withdrawn or not counted any more"] }
    return ["the text, the place or the application of the requirement"]
  }
}
