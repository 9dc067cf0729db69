import CrosswalkModel
import CrosswalkReaders

/// What can be said only when the whole document is known.
extension OSCALCatalogDocument {
  /// The catalog of everything read.
  mutating func finish() throws(ImportError) -> Catalog {
    guard var metadata = catalogMetadata else {
      throw ImportError(.missingElement("metadata", in: "catalog"), at: self.metadata.catalogPlace)
    }
    do {
      try renderParameters()
    } catch {
      throw ImportError(error)
    }
    for statement in emptyStatements { fill(statement) }
    metadata.properties = self.metadata.properties + catalogParameters()
    metadata.source = metadata.source ?? canonicalSource()
    notUsed.sort { $0.location < $1.location }
    var builder = CatalogBuilder(metadata: metadata, file: file)
    builder.resources = resources
    builder.rows = rows
    arena.bytes.withUnsafeBytes { _ = builder.store($0) }
    for fact in orderedFacts() { builder.append(fact) }
    do {
      return try builder.finished()
    } catch {
      throw ImportError(
        .duplicateControl(firstSeen: error.first), at: error.second, control: error.control.local)
    }
  }

  // MARK: Parameters

  private mutating func renderParameters() throws(ReadingError) {
    var renderer = ParameterRenderer(parameters, limits: limits)
    for (parameter, fact) in parameterFacts {
      facts[fact].value = try renderer.render(parameter: parameter, in: &arena, file: file)
    }
    for text in deferred {
      let rendered = try renderer.render(text.draft, in: &arena, file: file)
      switch text.target {
      case .fact(let fact): facts[fact].value = rendered
      case .title(let row): rows[Int(row)].title = rendered
      case .text(let row): append(rendered, toTextOf: Int(row))
      }
    }
    for problem in renderer.problems { report(problem) }
  }

  private mutating func append(_ text: TextSpan, toTextOf row: Int) {
    let before = rows[row].text
    rows[row].text = before.isEmpty ? text : arena.join(before, "\n", text)
  }

  private mutating func report(_ problem: ParameterRenderer.Problem) {
    let place = problem.mark.location(in: file)
    let why =
      switch problem.kind {
      case .undefined: "no parameter has this identifier; it is shown instead"
      case .cyclic: "the parameter mentions itself; its identifier is shown instead"
      }
    report("mention of parameter \"\(arena.string(problem.parameter))\"", at: place, why: why)
  }

  /// Parameters outside all groups and controls are properties of the catalog.
  private mutating func catalogParameters() -> [Property] {
    facts.filter { $0.node < 0 }.map { Property(name: arena.string($0.name), value: arena.string($0.value)) }
  }

  // MARK: Statements

  /// Gives a control whose statement is empty the text of its assessment objectives.
  ///
  /// They restate the requirement, and some publications print it nowhere else. A property says so, and the
  /// place is reported.
  private mutating func fill(_ statement: EmptyStatement) {
    let objectives = (statement.row + 1..<statement.end).filter { isObjective($0, of: statement.row) }
    let start = arena.count
    for row in objectives {
      let text = rows[Int(row)].text
      guard !text.isEmpty else { continue }
      if arena.count > start { arena.append("\n") }
      arena.repeatBytes(of: text)
    }
    let text = arena.span(from: start)
    let place = statement.mark.location(in: file)
    guard !text.isEmpty else {
      return report("empty <part name=\"statement\">", at: place, why: "the control has no text in this file")
    }
    rows[Int(statement.row)].text = text
    let source = intern("assessment-objective")
    facts.append(
      NodeFact(node: statement.row, kind: .property, name: intern("text-from"), value: source))
    report(
      "empty <part name=\"statement\">", at: place,
      why: "the text of the control is that of its assessment objectives")
  }

  /// Whether a row is an assessment objective of the control itself, not of an enhancement in it.
  private func isObjective(_ row: Int32, of control: Int32) -> Bool {
    guard objectives.contains(row) else { return false }
    var parent = rows[Int(row)].parent
    while parent > control, rows[Int(parent)].kind == .guidance { parent = rows[Int(parent)].parent }
    return parent == control
  }

  // MARK: Order and sources

  /// The facts of nodes in ascending order of their node, those of one node in the order of the file.
  private func orderedFacts() -> [NodeFact] {
    let ofNodes = facts.first { $0.node < 0 } == nil ? facts : facts.filter { $0.node >= 0 }
    var next = [Int](repeating: 0, count: rows.count + 1)
    for fact in ofNodes { next[Int(fact.node) + 1] += 1 }
    for row in rows.indices { next[row + 1] += next[row] }
    guard let any = ofNodes.first else { return [] }
    var ordered = [NodeFact](repeating: any, count: ofNodes.count)
    for fact in ofNodes {
      ordered[next[Int(fact.node)]] = fact
      next[Int(fact.node)] += 1
    }
    return ordered
  }

  /// The address that the canonical link leads to.
  private func canonicalSource() -> String? {
    guard let target = metadata.canonical else { return nil }
    guard target.hasPrefix("#") else { return target }
    return resources.first { $0.id == target.dropFirst() }?.links.first
  }
}
