import CrosswalkModel
import CrosswalkReaders

/// Parameters: what organisations fill into a control.
extension OSCALCatalogDocument {
  mutating func beginParameter(_ element: XMLElement) throws(ImportError) -> Place {
    let id = try required(.id, of: element)
    guard IdentifierRegister.isAllowed(id) else {
      throw failure(
        .invalidValue(
          Self.excerpt(id), of: "identifier", allowed: "no blanks, control characters, / \\ and #"),
        at: element)
    }
    parameter = parameters.row(of: id, in: &arena)
    let earlier = parameters[parameter]
    guard !earlier.isDefined else {
      let place = earlier.mark.location(in: file)
      let name = String(decoding: id, as: UTF8.self)
      throw failure(.duplicateIdentifier(name, firstSeen: place), at: element)
    }
    parameters[parameter].mark = mark(of: element)
    let row = nodes.last?.row ?? -1
    let start = arena.count
    arena.append("param:")
    _ = arena.store(id)
    parameterName = arena.span(from: start)
    parameterFacts.append((parameter, facts.count))
    facts.append(NodeFact(node: row, kind: .property, name: parameterName, value: .empty))
    var used = 1
    for attribute in [OSCALName.class, .dependsOn] {
      guard let value = element.bytes(attribute) else { continue }
      used += 1
      let name = arena.join(parameterName, "@", intern(attribute))
      facts.append(NodeFact(node: row, kind: .property, name: name, value: arena.store(value)))
    }
    checkAttributes(of: element, used: used, known: [.id, .class, .dependsOn])
    return .parameter
  }

  mutating func beginInParameter(_ name: OSCALName?, _ element: XMLElement) throws(ImportError) -> Place {
    switch (place, name) {
    case (.parameter, .label?) where parameters[parameter].label != nil:
      return unexpected(element, why: "there is a label already")
    case (.parameter, .label?), (.parameter, .value?), (.parameter, .usage?), (.parameter, .guideline?),
      (.parameter, .remarks?), (.select, .choice?), (.constraint, .description?), (.test, .expression?),
      (.test, .remarks?):
      return beginField(name ?? .remarks, element)
    case (.parameter, .select?): return beginSelect(element)
    case (.parameter, .prop?): return try beginProperty(element)
    case (.parameter, .link?): return try beginLink(element)
    case (.parameter, .constraint?):
      checkAttributes(of: element, used: 0)
      return .constraint
    case (.constraint, .test?):
      checkAttributes(of: element, used: 0)
      return .test
    default: return unexpected(element)
    }
  }

  private mutating func beginSelect(_ element: XMLElement) -> Place {
    var used = 0
    if let howMany = element.bytes(.howMany) {
      used = 1
      parameters[parameter].takesSeveral = howMany.equals("one-or-more")
      if !howMany.equals("one") && !howMany.equals("one-or-more") {
        report(
          "how-many=\"\(Self.excerpt(howMany))\"", at: location(element),
          why: "OSCAL allows \"one\" and \"one-or-more\" only")
      }
    }
    checkAttributes(of: element, used: used, known: [.howMany])
    return .select
  }

  /// Keeps a text that has ended in a parameter.
  mutating func endParameterField() {
    switch fieldName {
    case .label:
      if !fieldText.isEmpty { parameters[parameter].label = parameters.draft(fieldText) }
    case .value:
      if !fieldText.isEmpty { parameters[parameter].values.append(parameters.draft(fieldText)) }
    case .choice:
      if !fieldText.isEmpty { parameters[parameter].choices.append(parameters.draft(fieldText)) }
    case .usage: addFieldFact(named: parameterFactName("usage"))
    case .guideline: addFieldFact(named: parameterFactName("guideline"))
    case .description: addFieldFact(named: parameterFactName("constraint"))
    case .expression: addFieldFact(named: parameterFactName("constraint/test"))
    case .remarks:
      addFieldFact(named: parameterFactName(place == .test ? "constraint/test/remarks" : "remarks"))
    default: break
    }
  }

  /// Keeps a label that the text of the parameter does not show: a value or a selection stands in its place.
  mutating func endParameter() {
    let ended = parameters[parameter]
    guard let label = ended.label, !ended.values.isEmpty || !ended.choices.isEmpty else { return }
    deferred.append(DeferredText(target: .fact(facts.count), draft: label))
    facts.append(
      NodeFact(
        node: nodes.last?.row ?? -1, kind: .property, name: parameterFactName("label"), value: .empty))
  }

  /// Makes the text of the field a property of the innermost node.
  mutating func addFieldFact(named name: TextSpan) { addFieldFact(named: name, row: nodes.last?.row ?? -1) }

  mutating func addFieldFact(named name: TextSpan, row: Int32) {
    guard !fieldText.isEmpty else { return }
    var fact = NodeFact(node: row, kind: .property, name: name, value: .empty)
    if fieldText.inserts.isEmpty {
      fact.value = arena.store(fieldText.bytes[...])
    } else {
      deferred.append(DeferredText(target: .fact(facts.count), draft: parameters.draft(fieldText)))
    }
    facts.append(fact)
  }
}
