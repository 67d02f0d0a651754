/// A question for the program.
package struct Question: Equatable {
  package let number: Int
  package let conversation: String
  package let text: String

  package init(number: Int, conversation: String, text: String) {
    (self.number, self.conversation, self.text) = (number, conversation, text)
  }
}
