import ArgumentParser
import CrosswalkTerminal

/// `crosswalk refresh`: checked here, carried out by the program beside this one, the only one that opens connections.
struct RefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh", abstract: RefreshHelp.abstract, discussion: RefreshHelp.discussion,
    subcommands: [RefreshStatusCommand.self])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var scope: RefreshScopeArguments
  @OptionGroup var arguments: RefreshRunArguments

  func run() throws { try Self.becomeSibling() }

  /// Hands all arguments over, those before the command too.
  static func becomeSibling() throws {
    let all = GlobalOptions.movedBehindCommand(Array(CommandLine.arguments.dropFirst()))
    try SiblingProgram(name: RefreshHelp.program).become(Array(all.dropFirst()))
  }
}

/// `crosswalk refresh status`.
struct RefreshStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: RefreshHelp.statusAbstract, discussion: RefreshHelp.statusDiscussion)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var scope: RefreshScopeArguments
  @OptionGroup var arguments: RefreshStatusArguments

  func run() throws { try RefreshCommand.becomeSibling() }
}
