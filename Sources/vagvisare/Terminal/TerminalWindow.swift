import Glibc

/// The window of a terminal.
enum TerminalWindow {
  private static let usualWidth = 80
  private static let narrowest = 20

  /// The columns that the window has now; the usual ones where the terminal does not tell.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return usualWidth
    }
    return max(narrowest, Int(size.ws_col))
  }
}
