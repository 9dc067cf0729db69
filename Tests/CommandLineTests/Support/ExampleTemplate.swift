import Foundation

/// A small template in a folder of a test, and the example that ships.
struct ExampleTemplate {
  /// The subject file that ships.
  static let subject =
    Checkout.root.appending(path: "Crosswalks/Examples/border-screening-support.subject.json").path

  static let manifest =
    #"{"schema":"crosswalk-template/1","name":"our-plan","title":"plan-title","about":"a plan","basis":"no instrument","variants":["simplified"]}"#

  /// The folder, as commands take it.
  let path: String

  /// Makes the template, with `files` in place of or beside those that it needs; `nil` leaves one out.
  init(_ binary: CrosswalkBinary, _ files: [String: String?] = [:]) throws {
    let folder = binary.folder.appending(path: "our-plan")
    path = "./our-plan"
    var all: [String: String?] = [
      "template.json": Self.manifest,
      "document.md": "# {{t.plan-title}}\n\n{{document.date}} in {{document.language}}\n",
      "strings/en.json": #"{"plan-title":"Plan"}"#, "strings/de.json": #"{"plan-title":"Planung"}"#,
    ]
    all.merge(files) { $1 }
    for (name, text) in all {
      guard let text else { continue }
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
