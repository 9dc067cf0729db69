import CrosswalkTerminal

/// Runs the command line of `crosswalk-refresh`, which `crosswalk refresh` becomes.
@main
enum Main {
  static func main() { CommandLineProgram.run(RefreshProgram.self) }
}
