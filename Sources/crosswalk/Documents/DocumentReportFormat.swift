import ArgumentParser
import CrosswalkExporters
import CrosswalkTerminal

/// The formats of a report that can be a Word file too, which a bundled template makes.
enum DocumentReportFormat: Hashable, ExpressibleByArgument {
  /// A format that an exporter writes.
  case report(ReportFormat)
  case docx

  init?(argument: String) {
    if argument == Self.docx.defaultValueDescription {
      self = .docx
    } else if let format = ReportFormat(rawValue: argument) {
      self = .report(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    ReportFormat.allCases.map(\.rawValue) + [docx.defaultValueDescription]
  }

  /// The name on the command line.
  var defaultValueDescription: String {
    switch self {
    case .report(let format): format.rawValue
    case .docx: "docx"
    }
  }

  /// Whether a terminal cannot show it.
  var isBinary: Bool {
    switch self {
    case .report(let format): format.isBinary
    case .docx: true
    }
  }
}

extension DocumentRenderer {
  /// The Word file that the bundled template `name` makes of a report, which needs no subject file.
  func wordFile(_ name: String, console: Console) throws -> [UInt8] {
    let rendering = try render(name, as: [.docx])
    for warning in rendering.warnings { console.write(warning) }
    return rendering.documents.first?.bytes ?? []
  }
}
