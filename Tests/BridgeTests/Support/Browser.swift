import Foundation
import TestSupport

/// A page in headless Chromium, driven by its DevTools protocol as a person would use it.
final class Browser {
  private let program: LaunchedProgram
  private let page: WebSocketConnection
  private var number = 0

  /// - Parameter language: What the browser asks for.
  init(_ work: WorkFolder, language: String = "sv") throws {
    let folder = work.url.appendingPathComponent("browser-\(UUID().uuidString)")
    program = try work.launch(
      [
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-extensions", "--disable-breakpad", "--hide-scrollbars",
        "--accept-lang=\(language)", "--user-data-dir=\(folder.path)",
        "--remote-debugging-port=0", "about:blank",
      ], environment: ["HOME": work.url.path])
    // Its port, and the path of its socket.
    let file = folder.appendingPathComponent("DevToolsActivePort")
    let lines = try eventually("the browser") {
      let lines = try? String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      return lines?.count == 2 ? lines : nil
    }
    let port = try Int(lines[0]).orThrow("no port")
    let browser = try WebSocketConnection(port: port, path: String(lines[1]))
    let target = try eventually("a page") { () -> String? in
      let targets = try Self.command("Target.getTargets", [:], 1, on: browser)
      let infos = targets["targetInfos"] as? [[String: Any]] ?? []
      return infos.first { $0["type"] as? String == "page" }?["targetId"] as? String
    }
    page = try WebSocketConnection(port: port, path: "/devtools/page/\(target)")
  }

  deinit { program.kill() }

  @discardableResult
  func command(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    return try Self.command(method, parameters, number, on: page)
  }

  private static func command(
    _ method: String, _ parameters: [String: Any], _ number: Int, on socket: WebSocketConnection
  ) throws -> [String: Any] {
    let request: [String: Any] = ["id": number, "method": method, "params": parameters]
    let data = try JSONSerialization.data(withJSONObject: request)
    try socket.send(String(decoding: data, as: UTF8.self))
    while let text = try socket.receive() {
      let reply = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
      guard reply["id"] as? Int == number else { continue }
      guard let result = reply["result"] as? [String: Any] else {
        throw BridgeFailure("\(method): \(text)")
      }
      return result
    }
    throw BridgeFailure("the browser has ended: \(method)")
  }

  // MARK: What a person does

  func open(_ address: String) throws {
    try command("Page.navigate", ["url": address])
    _ = try eventually("the page") {
      try evaluate("document.readyState == 'complete' && location.href != 'about:blank'") as? Bool
        == true ? true : nil
    }
  }

  func resize(_ width: Int, _ height: Int) throws {
    try command(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// Prefers `light` or `dark`.
  func prefer(_ scheme: String) throws {
    try command(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": scheme]]])
  }

  func type(_ text: String) throws { try command("Input.insertText", ["text": text]) }

  enum Key: String {
    case tab = "Tab"
    case enter = "Enter"
    case pageUp = "PageUp"
    case pageDown = "PageDown"

    fileprivate var code: Int {
      switch self {
      case .tab: 9
      case .enter: 13
      case .pageUp: 33
      case .pageDown: 34
      }
    }
  }

  func press(_ key: Key, shift: Bool = false) throws {
    var parameters: [String: Any] = [
      "key": key.rawValue, "code": key.rawValue, "windowsVirtualKeyCode": key.code,
      "modifiers": shift ? 8 : 0,
    ]
    parameters["type"] = key == .enter ? "keyDown" : "rawKeyDown"
    if key == .enter { parameters["text"] = "\r" }
    try command("Input.dispatchKeyEvent", parameters)
    parameters["type"] = "keyUp"
    parameters["text"] = nil
    try command("Input.dispatchKeyEvent", parameters)
  }

  // MARK: What a person sees

  /// The value of an expression of the page's script.
  @discardableResult
  func evaluate(_ script: String) throws -> Any? {
    let result = try command(
      "Runtime.evaluate",
      ["expression": script, "awaitPromise": true, "returnByValue": true])
    if result["exceptionDetails"] != nil { throw BridgeFailure("\(script): \(result)") }
    return (result["result"] as? [String: Any])?["value"]
  }

  func text(_ script: String) throws -> String { try evaluate(script) as? String ?? "" }
  func texts(_ script: String) throws -> [String] { try evaluate(script) as? [String] ?? [] }
  func isTrue(_ script: String) throws -> Bool { try evaluate(script) as? Bool == true }

  /// Waits until the expression is true.
  func wait(for script: String) throws {
    _ = try eventually(script) { try isTrue(script) ? true : nil }
  }

  /// A node of the tree that screen readers read.
  struct Accessible {
    let role: String
    let name: String
    let properties: [String: String]
  }

  func accessibilityTree() throws -> [Accessible] {
    let nodes = try command("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    func value(_ member: Any?) -> String {
      let value = (member as? [String: Any])?["value"]
      return value.map { "\($0)" } ?? ""
    }
    return nodes.filter { $0["ignored"] as? Bool != true }.map { node in
      let properties = node["properties"] as? [[String: Any]] ?? []
      let pairs = properties.map { ($0["name"] as? String ?? "", value($0["value"])) }
      return Accessible(
        role: value(node["role"]), name: value(node["name"]),
        properties: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Keeps a picture in the folder that PICTURES names, for whoever wants to look.
  func keepPicture(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["PICTURES"] else { return }
    let data = try command("Page.captureScreenshot")["data"] as? String ?? ""
    try Data(base64Encoded: data)?.write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
  }
}

extension Optional {
  fileprivate func orThrow(_ message: String) throws -> Wrapped {
    guard let self else { throw BridgeFailure(message) }
    return self
  }
}
