import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

extension EvidenceFormat: ExpressibleByArgument {}

/// `crosswalk evidence`: what each artefact supports on both sides, and what is still missing.
struct EvidenceCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Shows what each artefact of a subject supports in one framework and bears on in another.",
    discussion: """
      Example:
        crosswalk evidence --subject Crosswalks/Examples/border-screening-support.subject.json
        crosswalk evidence --subject system.subject.json --from nist-ai-rmf-1.0 --to eu-ai-act --format json

      What an artefact supports is what the subject file says; what that bears on follows from claims, each named with \
      its relation and whether anybody reviewed it. An artefact shows subject matter; it never meets a duty.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Option(
    name: .long, help: ArgumentHelp("The subject file that names the evidence.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var subject: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Follow only what is supported of this framework (default: of all that the subject file names).",
      valueName: "framework[@revision]"))
  var from: Reference?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Look only at the requirements of this framework (default: of all that the subject file names).",
      valueName: "framework[@revision]"))
  var to: Reference?

  @Option(
    name: .long, help: ArgumentHelp("Only this artefact, by its id in the subject file.", valueName: "id"))
  var artefact: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table, markdown, csv or json.")
  var format = EvidenceFormat.table

  func run() throws {
    let request = EvidenceRequest(
      subject: subject, from: from, to: to, artefact: artefact, asOf: asOf ?? Today.date)
    let answer = try openWorkspace().evidence(request)
    let console = Console(format: global.logFormat)
    for warning in answer.warnings { console.write(warning) }
    let bytes = try format.exporter(style: style(writingTo: result.output)).export(answer.report)
    try OutputSink.write(bytes, to: result.output)
  }
}
