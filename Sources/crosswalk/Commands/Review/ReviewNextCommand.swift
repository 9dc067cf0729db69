import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk review next`: the questions whose answers settle most.
struct ReviewNextCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Lists the questions whose answers lower the open share of a gap report most, in expectation.",
    discussion: """
      Example:
        crosswalk review next --from nist-ai-rmf-1.0 --to eu-ai-act --scope 9 --top 3
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var question: GapArguments

  @Option(name: .long, help: ArgumentHelp("How many questions to list.", valueName: "count"))
  var top = 5

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top takes 1 or more") }
    guard !question.reasoning.assertedOnly else {
      throw ValidationError("--asserted-only: a question is worth what follows from its answer")
    }
  }

  func run() throws {
    let questions = try openWorkspace().questions(question.request, top: top)
    let bytes =
      switch format {
      case .table: try QuestionsTextExporter(style: style(writingTo: result.output)).export(questions)
      case .json: try QuestionsJSONExporter().export(questions)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
