import Glibc

/// A limit that the kernel holds this process to, whatever its code does.
package enum ResourceLimit {
  /// Bytes of memory that the process may have mapped.
  case memory(Int)
  /// Seconds of processor time; the process ends with `SIGXCPU` then, which a limit of its own soon after would hide.
  case processorTime(seconds: Int)
  /// Bytes that a file may grow to.
  case fileSize(Int)

  /// Sets the limit for good: neither this process nor one that it starts can raise it.
  ///
  /// A limit that is lower already stays.
  /// - Returns: 0, or the number of the error.
  package func set() -> Int32 {
    let (resource, value) =
      switch self {
      case .memory(let bytes): (RLIMIT_AS, bytes)
      case .processorTime(let seconds): (RLIMIT_CPU, seconds)
      case .fileSize(let bytes): (RLIMIT_FSIZE, bytes)
      }
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return errno }
    let wanted = min(rlim_t(value), limit.rlim_max)
    // At the hard limit of time the kernel kills without saying why.
    let hard: rlim_t = if case .processorTime = self { min(wanted + 2, limit.rlim_max) } else { wanted }
    limit = rlimit(rlim_cur: wanted, rlim_max: hard)
    return setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 ? 0 : errno
  }
}
