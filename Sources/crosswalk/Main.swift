import CrosswalkTerminal

/// Runs the command line of `crosswalk`.
@main
enum Main {
  static func main() { CommandLineProgram.run(Crosswalk.self) }
}
