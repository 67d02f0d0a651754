import Glibc

exit(Program(environment: .current()).run(Typed.arguments).rawValue)
