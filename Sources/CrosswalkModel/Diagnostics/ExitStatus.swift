/// How a command ends: the statuses of the command line's contract (sysexits plus findings).
public enum ExitStatus: Int32, Sendable {
  /// Done; what was understood but not used is listed.
  case done = 0
  /// Finished, and the answer is a finding that the caller asked to be told about.
  case finding = 2
  /// Finished, and something changed that the caller asked to be told about.
  case changed = 3
  /// A guard held back what a source delivered; what the store had stays.
  case heldBack = 5
  /// Wrong command line: unknown option, framework or control.
  case usage = 64
  /// Input data wrong or not understood; nothing was imported.
  case data = 65
  /// An input file is missing.
  case noInput = 66
  /// A program or source of others that is needed is not there or fails.
  case unavailable = 69
  /// A defect of the program itself.
  case defect = 70
  /// An output file cannot be created.
  case cannotCreate = 73
  /// Input or output failed, a full disk included.
  case inputOutput = 74
  /// The store is busy; try again.
  case busy = 75
  /// The operating system refused access.
  case permission = 77
  /// The configuration or the bundled content is wrong.
  case configuration = 78
}
