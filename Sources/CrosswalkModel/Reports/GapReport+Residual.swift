extension GapReport.Finding {
  /// What stays open, where that is more than the notes of its supports say already.
  public var residualBesideNotes: String? {
    var seen: Set<String> = []
    let notes = by.compactMap(\.note).filter { !$0.isEmpty && seen.insert($0).inserted }
    return residual.isEmpty || residual == notes.joined(separator: " ") ? nil : residual
  }
}
