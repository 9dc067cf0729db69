import ArgumentParser

@main
struct Crosswalk: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "crosswalk", abstract: "Maps frameworks.")
}
