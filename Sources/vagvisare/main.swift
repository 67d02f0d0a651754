import Glibc

// A signal that comes before the command is ready for it waits until then.
HeldSignals.hold()
exit(Program(environment: .current()).run(Typed.arguments).rawValue)
