import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// The formats of a report on recognition.
enum RecognitionFormat: String, CaseIterable, ExpressibleByArgument {
  case table, markdown, json
}

/// `crosswalk recognition`: which third-party steps could rest on the other side's work.
struct RecognitionCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognition",
    abstract:
      "Shows which third-party steps of an assessment could rest on work of the other side, and what blocks it.",
    discussion: """
      Example:
        crosswalk recognition --from nist-ai-rmf-1.0 --to eu-ai-act \
          --system Crosswalks/Examples/border-screening-support.json

      The legal basis, the gate and the procedures come from a pathway file; without a legal basis that it declares \
      in force, nothing is recognised. The facts about the system come from --system; unknown facts are asked for, \
      never guessed. No answer is a legal assessment.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Option(
    name: .long,
    help: ArgumentHelp("The framework that the work is done against.", valueName: "framework[@revision]"))
  var from: Reference

  @Option(
    name: .long,
    help: ArgumentHelp("The framework whose requirements are assessed.", valueName: "framework[@revision]"))
  var to: Reference

  @Option(
    name: .long, help: ArgumentHelp("The file with the facts about the system.", valueName: "file"),
    completion: .file())
  var system: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The pathway: its name, or a file (with a slash, or ending in .json).", valueName: "name|file"))
  var pathway = "us-eu-ai"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The direction, such as us-to-eu (default: the one that assesses requirements of --to).",
      valueName: "name"))
  var direction: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day of the report (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table, markdown or json.")
  var format = RecognitionFormat.table

  func run() throws {
    let request = RecognitionRequest(
      from: from, to: to, system: system, pathway: pathway, direction: direction, asOf: asOf ?? Today.date)
    let report = try openWorkspace().recognition(request)
    let bytes =
      switch format {
      case .table: RecognitionTableExporter(style: style(writingTo: result.output)).export(report)
      case .markdown: RecognitionMarkdownExporter().export(report)
      case .json: try RecognitionJSONExporter().export(report)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
