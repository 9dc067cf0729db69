import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// The questions whose answers would settle most of the gap report that `request` asks for.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func questions(_ request: GapRequest, top: Int) throws -> ReviewQuestions {
    let ends = try ends(of: request)
    let graph = try store.graph([ends.from, ends.to], asOf: request.asOf)
    return try QuestionFinder(gapOptions(request, graph)).questions(
      graph: graph, from: ends.from.framework, to: ends.to.framework, top: top)
  }
}
