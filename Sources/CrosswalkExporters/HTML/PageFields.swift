import Mustache

/// Named values for a template.
///
/// A concrete type, because the library looks values up in it without reflection.
///
/// A template looks for an unknown name in the fields around it: what may be absent is there as `false`.
struct PageFields: MustacheParent {
  private let values: [String: Any]

  init(_ values: [String: Any]) { self.values = values }

  /// The value called `name`.
  func child(named name: String) -> Any? { values[name] }

  /// `text` where there is some, else `false`, so that a section around it vanishes.
  static func present(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return false }
    return text
  }
}
