/// What the greeting promises.
package enum ProtocolVersion {
  package static let number = 1
  /// So many requests a client may have unanswered without risking that both sides wait.
  package static let window = 64
}
