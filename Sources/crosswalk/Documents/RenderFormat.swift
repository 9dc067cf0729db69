import ArgumentParser
import CrosswalkExporters

/// The formats of a joint document on the command line.
enum RenderFormat: String, CaseIterable, ExpressibleByArgument {
  case docx, html, markdown, pdf

  /// The usual ending of a file's name, without the full stop.
  var fileExtension: String { self == .markdown ? "md" : rawValue }

  /// Whether a terminal cannot show it.
  var isBinary: Bool { self == .docx || self == .pdf }

  /// The format that the name of a file tells.
  init?(file: String) {
    let name = file.lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix("." + $0.fileExtension) }) else {
      return nil
    }
    self = format
  }
}
