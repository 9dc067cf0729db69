import Glibc

extension [UInt8] {
  /// Writes all of the bytes to an open file, however many calls it takes.
  ///
  /// - Returns: 0, or the number of the error that ended it.
  public func write(to descriptor: Int32) -> Int32 {
    withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        // Nothing written and no error: the device is full.
        guard count != 0 else { return ENOSPC }
        guard count > 0 else { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }
}
