/// A text of the program's own in both languages of its interface.
package struct Bilingual: Equatable, Sendable {
  package let swedish: String
  package let english: String

  package init(_ swedish: String, _ english: String) {
    self.swedish = swedish
    self.english = english
  }

  package subscript(language: InterfaceLanguage) -> String {
    language.text(swedish, english)
  }
}
