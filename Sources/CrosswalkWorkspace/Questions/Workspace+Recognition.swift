import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders

extension Workspace {
  /// The report on recognition that `request` asks for.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `ImportError` for a file that is not as its schema
  ///   says, `StoreError`.
  public func recognition(_ request: RecognitionRequest) throws -> RecognitionReport {
    let system = try SystemDescription(SourceFile(path: request.system))
    let pathway = try content.pathway(request.pathway)
    let direction = try Self.direction(request, pathway)
    let analysis = RecognitionAnalysis(pathway, direction: direction)
    var question = GapRequest(from: request.from, to: request.to, asOf: request.asOf)
    let target = try store.catalog(ends(of: question).to)
    let schedule = ApplicationSchedule(properties: target.metadata.properties)
    if let route = analysis.systemClass(of: system), schedule.route(route) != nil {
      question.route = route
      question.placedOnMarket = system.placedOn?.day
    }
    return analysis.report(system: system, gap: try gap(question), target: target)
  }

  private static func direction(
    _ request: RecognitionRequest, _ pathway: RecognitionPathway
  ) throws(WorkspaceError) -> RecognitionPathway.Direction {
    let known = pathway.directions.map(\.id)
    if let name = request.direction, !known.contains(name) {
      throw .unknownDirection(name, pathway: pathway.name, known: known)
    }
    let found = pathway.directions.first { direction in
      (request.direction.map { $0 == direction.id } ?? true)
        && direction.frameworks.contains(request.to.framework)
    }
    guard let found else {
      let frameworks = pathway.directions.map {
        "\($0.id): \($0.frameworks.map(\.rawValue).joined(separator: ", "))"
      }
      throw .noDirection(
        request.to.framework, direction: request.direction, pathway: pathway.name, frameworks)
    }
    return found
  }
}

extension BundledContent {
  /// The pathway called `name`, or the one in the file of that name.
  ///
  /// What looks like a file (with a slash, or ending in `.json`) is one.
  func pathway(_ name: String) throws -> RecognitionPathway {
    if name.contains("/") || name.hasSuffix(".json") { return try RecognitionPathway(SourceFile(path: name)) }
    let files = location.files(in: "Pathways", suffix: ".json")
    guard let path = files.first(where: { $0.hasSuffix("/\(name).json") }) else {
      let known = files.map { $0.split(separator: "/").last.map { String($0.dropLast(5)) } ?? $0 }
      throw WorkspaceError.unknownPathway(name, known: known)
    }
    return try RecognitionPathway(SourceFile(path: path))
  }
}
