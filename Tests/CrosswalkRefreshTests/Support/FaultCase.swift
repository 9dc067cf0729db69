import Foundation
import Testing

/// One way in which a server is wrong, and what is said about it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The answer as JSON.
  let answer: String
  let code: String
  let status: Int32

  init(_ name: String, _ answer: String, _ code: String, _ status: Int32) {
    testDescription = name
    self.answer = answer
    self.code = code
    self.status = status
  }

  /// An answer sent byte for byte.
  static func raw(_ name: String, _ text: String, _ code: String, _ status: Int32) -> FaultCase {
    FaultCase(name, #"{"raw":"\#(Data(text.utf8).base64EncodedString())"}"#, code, status)
  }

  var fields: [String: Any] {
    get throws { try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]) }
  }
}
