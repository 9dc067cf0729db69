import CrosswalkModel
import CrosswalkOSCAL

/// Removes things from one control and adds others, as an `alter` of a profile says.
struct ControlAlteration {
  /// The control as it is by now.
  private(set) var control: OSCALElement
  /// Directives that had no effect.
  private(set) var notes: [NotUsed] = []

  init(_ control: OSCALElement) { self.control = control }

  /// Applies the directives in their order.
  mutating func apply(_ alteration: OSCALElement) {
    for directive in alteration.elements {
      switch directive.name {
      case "remove": remove(directive)
      case "add": add(directive)
      default: notes.append(NotUsed(directive, why: "OSCAL does not define it in <alter>"))
      }
    }
  }

  // MARK: Removing

  private mutating func remove(_ directive: OSCALElement) {
    let criteria = ["by-name", "by-class", "by-id", "by-item-name", "by-ns"].filter { directive[$0] != nil }
    guard !criteria.isEmpty else {
      notes.append(NotUsed(directive, why: "it does not say what to remove"))
      return
    }
    var removed = 0
    control = removing(directive, from: control, &removed)
    if removed == 0 { notes.append(NotUsed(directive, why: "nothing in the control fits it")) }
  }

  /// A control in the control is only touched where it is named by its identifier: it is altered by itself.
  private func removing(_ directive: OSCALElement, from element: OSCALElement, _ removed: inout Int)
    -> OSCALElement
  {
    element.mappingElements { child in
      if Self.fits(child, directive) {
        removed += 1
        return []
      }
      let isOther = child.name == "control" && directive["by-id"] == nil
      return [isOther ? child : removing(directive, from: child, &removed)]
    }
  }

  private static func fits(_ element: OSCALElement, _ directive: OSCALElement) -> Bool {
    let wanted: [(String, String?)] = [
      ("by-name", element["name"]), ("by-class", element["class"]), ("by-id", element["id"]),
      ("by-item-name", element.name), ("by-ns", element["ns"]),
    ]
    return wanted.allSatisfy { criterion, value in directive[criterion].map { $0 == value } ?? true }
  }

  // MARK: Adding

  private mutating func add(_ directive: OSCALElement) {
    let position = directive["position"] ?? "ending"
    guard ["before", "after", "starting", "ending"].contains(position) else {
      notes.append(NotUsed(directive, why: "\"\(position.prefix(64))\" is no position"))
      return
    }
    guard let id = directive["by-id"], id != control["id"] else {
      let isFirst = position == "starting" || position == "before"
      control = Self.adding(directive.elements, into: control, isFirst: isFirst)
      return
    }
    var isDone = false
    control = adding(directive, nextTo: id, position: position, in: control, &isDone)
    if !isDone { notes.append(NotUsed(directive, why: "nothing in the control is called \"\(id)\"")) }
  }

  /// Adds to the children of their own name, before or behind those that are there; a title replaces the title.
  private static func adding(_ elements: [OSCALElement], into target: OSCALElement, isFirst: Bool)
    -> OSCALElement
  {
    var result = target
    if elements.contains(where: { $0.name == "title" }) {
      result = result.mappingElements { $0.name == "title" ? [] : [$0] }
    }
    let added = elements.map(OSCALElement.Content.element)
    result.content = isFirst ? added + result.content : result.content + added
    result.sortCanonically()
    return result
  }

  private func adding(
    _ directive: OSCALElement, nextTo id: String, position: String, in element: OSCALElement,
    _ isDone: inout Bool
  ) -> OSCALElement {
    var holdsTarget = false
    var result = element.mappingElements { child in
      guard !isDone else { return [child] }
      guard child["id"] == id else {
        return [adding(directive, nextTo: id, position: position, in: child, &isDone)]
      }
      isDone = true
      holdsTarget = true
      switch position {
      case "before": return directive.elements + [child]
      case "after": return [child] + directive.elements
      default: return [Self.adding(directive.elements, into: child, isFirst: position == "starting")]
      }
    }
    if holdsTarget { result.sortCanonically() }
    return result
  }
}
