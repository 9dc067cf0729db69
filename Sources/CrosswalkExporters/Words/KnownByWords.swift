import CrosswalkModel

extension CalendarDate {
  /// That a report shows what the store knew at the end of this day.
  var knownByWords: String { "only what the store knew on \(self)" }

  /// The same as a sentence.
  var knownBySentence: String {
    "As the store knew it on \(self): what was imported, said or done later does not count."
  }
}
