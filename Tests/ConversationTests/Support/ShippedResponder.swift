import Conversation
import TestSupport

/// What answers from the knowledge that the package ships: learnt once, for every test that asks it.
enum ShippedResponder {
  static func get() throws -> Responder { try learnt.get() }

  private static let learnt = Result { Responder(knowledge: try ShippedKnowledge.base()) }
}
