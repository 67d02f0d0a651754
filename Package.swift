// swift-tools-version: 6.2
import PackageDescription

// Targets stand from the bottom up: none depends on one that stands below it. Each names all modules
// whose values it holds, also within those of others: the build of a module that is not named does not
// make its own anew, and then values have the size they had before.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// Learning from thousands of examples takes ten seconds optimised and many minutes not, which
// would make a plain `swift test` wait for minutes at each program that it starts.
let learning = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "vagvisare",
  products: [
    .executable(name: "vagvisare", targets: ["vagvisare"]),
    .executable(name: "vagvisare-irc", targets: ["vagvisare-irc"]),
    .executable(name: "vagvisare-matrix", targets: ["vagvisare-matrix"]),
  ],
  targets: [
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(name: "CEpoll"),
    .target(name: "System", swiftSettings: strict),
    .target(name: "Knowledge", dependencies: ["System"], swiftSettings: learning),
    .target(
      name: "Understanding", dependencies: ["Knowledge", "System"], swiftSettings: learning),
    .target(
      name: "Conversation", dependencies: ["Knowledge", "Understanding"], swiftSettings: strict),
    .target(
      name: "LineProtocol",
      dependencies: ["CEpoll", "Conversation", "Knowledge", "System", "Understanding"],
      swiftSettings: strict),
    .target(
      name: "Transcripts", dependencies: ["Conversation", "Knowledge", "Understanding"],
      swiftSettings: strict),
    .target(
      name: "Chat", dependencies: ["Conversation", "Knowledge", "Understanding"],
      swiftSettings: strict),
    .executableTarget(
      name: "vagvisare",
      dependencies: [
        "CEpoll", "CReadline", "Chat", "Conversation", "Knowledge", "LineProtocol", "System",
        "Transcripts", "Understanding",
      ],
      swiftSettings: strict,
      // A number for each build, by which the cache is known.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id"])]),
    .target(
      name: "BridgeSupport", dependencies: ["System"], path: "Sources/Bridges/Support",
      swiftSettings: strict),
    .target(
      name: "IRCBridge", dependencies: ["BridgeSupport"], path: "Sources/Bridges/irc/Bridge",
      swiftSettings: strict),
    .executableTarget(
      name: "vagvisare-irc", dependencies: ["BridgeSupport", "IRCBridge", "System"],
      path: "Sources/Bridges/irc/Program", swiftSettings: strict),
    .target(
      name: "MatrixBridge", dependencies: ["BridgeSupport"], path: "Sources/Bridges/matrix/Bridge",
      swiftSettings: strict),
    .executableTarget(
      name: "vagvisare-matrix", dependencies: ["BridgeSupport", "MatrixBridge", "System"],
      path: "Sources/Bridges/matrix/Program", swiftSettings: strict),
    .executableTarget(
      name: "Benchmark", dependencies: ["Conversation", "Knowledge", "System", "Understanding"],
      swiftSettings: strict),
    .target(
      name: "FuzzSupport",
      dependencies: ["Conversation", "Knowledge", "LineProtocol", "Understanding"],
      swiftSettings: strict),
    .executableTarget(
      name: "FuzzProtocol",
      dependencies: ["Conversation", "FuzzSupport", "Knowledge", "LineProtocol", "Understanding"],
      swiftSettings: strict),
    .executableTarget(
      name: "FuzzQuestion",
      dependencies: ["Conversation", "FuzzSupport", "Knowledge", "LineProtocol", "Understanding"],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Knowledge"], path: "Tests/Support",
      swiftSettings: strict),
    .testTarget(name: "SystemTests", dependencies: ["System"], swiftSettings: strict),
    .testTarget(
      name: "KnowledgeTests", dependencies: ["Knowledge", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "UnderstandingTests", dependencies: ["Knowledge", "TestSupport", "Understanding"],
      swiftSettings: strict),
    .testTarget(
      name: "ConversationTests",
      dependencies: ["Conversation", "Knowledge", "TestSupport", "Understanding"],
      swiftSettings: strict),
    .testTarget(
      name: "LineProtocolTests",
      dependencies: [
        "Conversation", "FuzzSupport", "Knowledge", "LineProtocol", "System", "TestSupport",
        "Understanding",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TranscriptsTests",
      dependencies: ["Conversation", "Knowledge", "TestSupport", "Transcripts", "Understanding"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Knowledge", "TestSupport", "vagvisare"],
      exclude: ["Library"], swiftSettings: strict),
    .testTarget(
      name: "IRCBridgeTests", dependencies: ["BridgeSupport", "IRCBridge"], swiftSettings: strict),
    .testTarget(
      name: "MatrixBridgeTests", dependencies: ["BridgeSupport", "MatrixBridge"],
      swiftSettings: strict),
    .testTarget(
      name: "BridgeTests",
      dependencies: ["TestSupport", "vagvisare", "vagvisare-irc", "vagvisare-matrix"],
      exclude: ["Support/matrix-person.py"], swiftSettings: strict),
    .testTarget(
      name: "ChatTests",
      dependencies: [
        "Chat", "Conversation", "Knowledge", "TestSupport", "Transcripts", "Understanding",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["TestSupport", "vagvisare"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
