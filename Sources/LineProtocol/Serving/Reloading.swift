import CEpoll

/// Reads the knowledge again beside the serving.
struct Reloading {
  private let load: @Sendable () -> Session.Reload
  private var work: BackgroundWork<Session.Reload>?
  /// Whether a client has asked for it, and not a signal.
  private(set) var isRequested = false

  init(_ load: @escaping @Sendable () -> Session.Reload) { self.load = load }

  /// Ready to be read when it is done; below 0 where nothing is under way.
  var descriptor: Int32 { work?.descriptor ?? -1 }

  var isUnderWay: Bool { work != nil }

  /// Begins. Where the system has no thread to give, it is done at once, and what came of it returned.
  mutating func start(isRequested: Bool) -> Session.Reload? {
    self.isRequested = isRequested
    work = BackgroundWork(load)
    return work == nil ? load() : nil
  }

  /// What came of it; nil before it is done.
  mutating func finish() -> Session.Reload? {
    guard let result = work?.result else { return nil }
    work = nil
    return result
  }

  /// Gives back to the system what the old knowledge took, once nobody has it any more.
  static func giveBack() { malloc_trim(0) }
}
