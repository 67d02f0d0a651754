import Knowledge

let r = KnowledgeLoader.load(folder: CommandLine.arguments.last!)
for p in r.problems { print(p.description(in: .english)) }
print(r.base == nil ? "broken" : "good", r.base?.topics.count ?? 0)
