/// What a file in a knowledge folder holds, by the ending of its name.
package enum FileKind: String, CaseIterable, Sendable {
  case topic, questions, concepts, frames, places, phrases, foreign, facts
}
