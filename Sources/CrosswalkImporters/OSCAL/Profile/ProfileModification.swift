import CrosswalkModel
import CrosswalkOSCAL

/// The modify phase of profile resolution: parameters are set, controls altered.
struct ProfileModification {
  /// Groups and controls.
  private(set) var nodes: [OSCALElement]
  /// Parameters outside all controls.
  private(set) var looseParameters: [OSCALElement]
  /// Identifiers of parameters that were set: they stay, whether anything refers to them or not.
  private(set) var parametersSet: Set<String> = []
  /// What had no effect.
  private(set) var notes: [NotUsed] = []

  /// Applies the `modify` of a profile in its order.
  init(_ nodes: [OSCALElement], looseParameters: [OSCALElement], as modify: OSCALElement?) {
    self.nodes = nodes
    self.looseParameters = looseParameters
    let settings = modify?.elements("set-parameter") ?? []
    set(Dictionary(grouping: settings) { $0["param-id"] ?? "" })
    for setting in settings where !parametersSet.contains(setting["param-id"] ?? "") {
      notes.append(NotUsed(setting, why: "no parameter is called \"\(setting["param-id"] ?? "")\""))
    }
    let alterations = modify?.elements("alter") ?? []
    alter(Dictionary(grouping: alterations) { $0["control-id"] ?? "" })
    for other in modify?.elements ?? [] where other.name != "set-parameter" && other.name != "alter" {
      notes.append(NotUsed(other, why: "OSCAL does not define it in <modify>"))
    }
  }

  // MARK: Parameters

  private mutating func set(_ settings: [String: [OSCALElement]]) {
    guard !settings.isEmpty else { return }
    looseParameters = looseParameters.map { setting($0, settings) }
    nodes = nodes.map { setting($0, settings) }
  }

  private mutating func setting(_ element: OSCALElement, _ settings: [String: [OSCALElement]])
    -> OSCALElement
  {
    if element.name == "param" {
      guard let id = element["id"], let own = settings[id] else { return element }
      parametersSet.insert(id)
      return own.reduce(element) { Self.applying($1, to: $0) }
    }
    guard element.isStructure else { return element }
    var copy = element
    for index in copy.content.indices {
      if case .element(let child) = copy.content[index] {
        copy.content[index] = .element(setting(child, settings))
      }
    }
    return copy
  }

  /// What is said once is replaced; properties, links, constraints and guidelines are added.
  private static func applying(_ setting: OSCALElement, to parameter: OSCALElement) -> OSCALElement {
    var result = parameter
    for name in ["class", "depends-on"] {
      if let value = setting[name] { result[name] = value }
    }
    let names = Set(setting.elements.map(\.name))
    var replaced = names.intersection(["label", "usage"])
    if names.contains("value") || names.contains("select") { replaced.formUnion(["value", "select"]) }
    let identified = Set(setting.elements("prop").compactMap { $0["uuid"] })
    result = result.mappingElements { child in
      let isReplaced = replaced.contains(child.name) || child["uuid"].map(identified.contains) == true
      return isReplaced ? [] : [child]
    }
    for child in setting.elements { result.append(child) }
    result.sortCanonically()
    return result
  }

  // MARK: Controls

  private mutating func alter(_ alterations: [String: [OSCALElement]]) {
    guard !alterations.isEmpty else { return }
    var altered: Set<String> = []
    nodes = nodes.map { altering($0, alterations, &altered) }
    for (id, entries) in alterations.sorted(by: { $0.key < $1.key }) where !altered.contains(id) {
      for entry in entries {
        notes.append(NotUsed(entry, why: "no control in the result is called \"\(id)\""))
      }
    }
  }

  private mutating func altering(
    _ node: OSCALElement, _ alterations: [String: [OSCALElement]], _ altered: inout Set<String>
  ) -> OSCALElement {
    guard node.isStructure else { return node }
    var copy = node
    for index in copy.content.indices {
      if case .element(let child) = copy.content[index] {
        copy.content[index] = .element(altering(child, alterations, &altered))
      }
    }
    guard node.name == "control", let id = node["id"], let own = alterations[id] else { return copy }
    altered.insert(id)
    for alteration in own {
      var change = ControlAlteration(copy)
      change.apply(alteration)
      copy = change.control
      notes += change.notes
    }
    return copy
  }
}
