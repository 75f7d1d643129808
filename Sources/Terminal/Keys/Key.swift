/// A key that the user pressed.
package enum Key: Hashable, Sendable {
  /// A printable character; one scalar, since a terminal sends the parts of a sequence one by one.
  case character(Unicode.Scalar)
  /// Ctrl with a letter, given in lower case, or with one of `@ [ \ ] ^ _`.
  case control(Unicode.Scalar)
  /// Alt or Meta with a printable character.
  case alt(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
  /// Text that was pasted, where the terminal was asked to say so; carriage returns are line feeds.
  case pasted(String)
}
