import CrosswalkModel

extension SheetPage {
  /// Appends what a report rests on and which revisions it compares.
  mutating func frameworks(_ ends: [(name: String, end: GapReport.End)]) {
    heading("Frameworks")
    columnNames("", "title", "revision", "as of", "content")
    for (name, end) in ends {
      let title = end.title.isEmpty ? end.id.framework.rawValue : end.title
      entry(
        name, .text(title), .text(end.id.description), .day(end.asOf),
        .text(end.selection.map { "a selection: \($0)" } ?? "complete"))
    }
  }

  /// Appends what a report rests on; the state of the review is what a reader has to know first.
  mutating func basis(_ basis: GapReport.Basis) {
    notice(basis.reviewState)
    rowOfText(basis.details.joined(separator: ", "))
  }

  /// Appends a text in the wide column.
  mutating func rowOfText(_ text: String) { entry("", .words(text)) }

  /// Appends what `verdicts` and marks mean, and what no report says.
  mutating func legend(verdicts: [Verdict] = Verdict.allCases) {
    heading("How to read this")
    for verdict in verdicts { entry(verdict.words, .text(Legend.meaning(of: verdict))) }
    for (mark, meaning) in Legend.marks { entry(mark, .text(meaning)) }
    entry("coverage", .text(Legend.coverage))
    entry("caution", .text(Legend.caution))
  }
}

extension SheetColumn.Marking {
  /// Verdicts in words, each in its colour.
  static var verdicts: Self { .words(Verdict.allCases.map { MarkedWord(word: $0.words, tone: $0.tone) }) }

  /// Marks that ask for a second look.
  static var caution: Self { .words([MarkedWord(word: "yes", tone: .amber)]) }
}

extension Verdict {
  /// The colour of cells that read as this verdict; a statement that nobody judged is grey, never the colour of a gap.
  fileprivate var tone: MarkedWord.Tone {
    switch self {
    case .covered: .green
    case .partial: .blue
    case .gap: .magenta
    case .unknown: .grey
    case .contradicted: .red
    }
  }
}
