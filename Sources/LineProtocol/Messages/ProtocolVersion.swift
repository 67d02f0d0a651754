/// What the greeting promises.
package enum ProtocolVersion {
  package static let number = 1
  /// How many unanswered requests a client may have without risking that both sides wait.
  package static let window = 64
}
