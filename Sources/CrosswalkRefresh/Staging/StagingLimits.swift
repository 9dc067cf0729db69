import CrosswalkWorkspace

/// What the import of one source may use; the kernel holds its process to that.
public struct StagingLimits: Hashable, Sendable {
  /// Bytes of memory, mapped files included.
  public var memory: Int
  /// Seconds of processor time.
  public var processorSeconds: Int
  /// Bytes of the largest file it may write.
  public var fileSize: Int

  /// Creates limits; by default four gibibytes, two minutes and two gibibytes.
  public init(memory: Int = 4 << 30, processorSeconds: Int = 120, fileSize: Int = 2 << 30) {
    self.memory = memory
    self.processorSeconds = processorSeconds
    self.fileSize = fileSize
  }

  /// Seconds of the clock after which the import is ended: longer than any work within the limits takes.
  var clockSeconds: Int { processorSeconds * 2 + 30 }

  /// Holds this process to the limits from now on.
  ///
  /// - Returns: 0, or the number of the error.
  public func impose() -> Int32 {
    for limit in [
      ResourceLimit.memory(memory), .processorTime(seconds: processorSeconds), .fileSize(fileSize),
    ] {
      let problem = limit.set()
      if problem != 0 { return problem }
    }
    return 0
  }
}
