import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

extension BilateralPosition.Side: ExpressibleByArgument {}
extension BilateralPosition.Stance: ExpressibleByArgument {}

extension Moment: ExpressibleByArgument {
  /// Reads a time of RFC 3339 from the command line.
  public init?(argument: String) { self.init(argument) }
}

/// `crosswalk review position`: records what one side says.
struct ReviewPositionCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "position",
    abstract: "Records what one side says about a claim, a requirement or a section of a joint document.",
    discussion: """
      Example:
        crosswalk review position --side us --about "eu-ai-act/9(2)(a)" --stance agreed --author "A. Analyst"
        crosswalk review position --side eu --about interoperability-plan#classification --stance reservation \\
          --reason "The class waits for the gate's open question." --author "E. Expert" --subject lantern-2.3

      Positions are added, never changed or deleted: the newest of a side counts, and one that names a subject goes \
      before a general one. A side that has recorded nothing stands as "not yet". A position approves nothing.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Option(name: .long, help: "Who speaks: us or eu.")
  var side: BilateralPosition.Side

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What about: a requirement (eu-ai-act/9), a claim by its UUID, or a section (TEMPLATE#SECTION; of a template of "
        + "your own: FOLDER/#SECTION).", valueName: "name"))
  var about: String

  @Option(name: .long, help: "What is said: agreed, reservation (with a reason) or not-yet.")
  var stance: BilateralPosition.Stance

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  @Option(name: .long, help: ArgumentHelp("Who records it.", valueName: "name"))
  var author: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only for the system of this subject file, by its id (default: for all).", valueName: "id"))
  var subject: String?

  @Option(
    name: .long,
    help: ArgumentHelp("When it was said, as RFC 3339 writes times (default: now).", valueName: "time"))
  var at: Moment?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func validate() throws {
    try at?.checkIsNotInTheFuture(
      option: "--at", what: "a position can only be recorded once it is taken")
  }

  func run() throws {
    let request = PositionRequest(
      side: side, about: about, subject: subject, stance: stance, reason: reason, author: author,
      time: at ?? Today.moment)
    let recorded = try openWorkspace(for: .writing).record(request)
    let bytes =
      switch format {
      case .table: RecordedPositionTextExporter(style: style(writingTo: result.output)).export(recorded)
      case .json: try RecordedPositionJSONExporter().export(recorded)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
