import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// The questions whose answers would settle most of the gap report that `request` asks for.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func questions(_ request: GapRequest, top: Int) throws -> ReviewQuestions {
    let (graph, options) = try gapQuestion(request)
    return try QuestionFinder(options).questions(
      graph: graph, from: request.from.framework, to: request.to.framework, top: top)
  }
}
