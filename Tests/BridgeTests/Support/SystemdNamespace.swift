import Foundation
import Glibc
import TestSupport

/// A real systemd as the first process of namespaces of its own: it has its units, its folders, its
/// process numbers and its part of the control groups, and nothing else of the machine but its network.
///
/// Needs root, and a kernel that lets it; not what many containers are.
final class SystemdNamespace {
  static let isPossible: Bool = {
    guard geteuid() == 0, Tool.path("unshare") != nil,
      FileManager.default.isExecutableFile(atPath: "/lib/systemd/systemd")
    else { return false }
    let name = "/sys/fs/cgroup/vagvisare-probe-\(getpid())"
    let names = [name, name.replacingOccurrences(of: "cgroup/", with: "cgroup/memory/")]
    let isWritable = names.contains { mkdir($0, 0o755) == 0 && rmdir($0) == 0 }
    let folder = FileManager.default.temporaryDirectory
    let probe = try? LaunchedProgram(
      ["unshare", "--mount", "--pid", "--uts", "--ipc", "--cgroup", "--fork", "true"],
      folder: folder)
    defer {
      if let probe { for file in [probe.output, probe.errors] { unlink(file.path) } }
    }
    return isWritable && (try? probe?.waitForEnd()) == 0
  }()

  private static let script = #"""
    set -eu
    stage=$1 name=$2
    hierarchies=$(sed -n 's/^[0-9]*:\([^:]*\):.*/\1/p' /proc/self/cgroup)
    for controller in $hierarchies unified; do
      place=/sys/fs/cgroup/${controller#name=}/$name
      mkdir "$place" 2>/dev/null || continue
      for file in cpuset.cpus cpuset.mems; do
        [ ! -f "$place/$file" ] || cat "${place%/*}/$file" >"$place/$file"
      done
      echo $$ >"$place/cgroup.procs"
    done
    if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
      mkdir "/sys/fs/cgroup/$name"
      echo $$ >"/sys/fs/cgroup/$name/cgroup.procs"
    fi
    exec unshare --mount --pid --uts --ipc --cgroup --fork --kill-child sh -eu -c '
      mount --make-rprivate /
      mount -t tmpfs tmpfs /srv
      cp -r "$0"/* /srv
      for place in /run /tmp /var/cache /var/lib /var/tmp; do mount -t tmpfs tmpfs $place; done
      mount -t proc proc /proc
      umount -R -l /sys/fs/cgroup
      # The settings of the kernel and the files belong to the whole machine.
      for place in /proc/sys /sys; do mount --bind $place $place; done
      for place in /proc/sys /sys /; do mount -o remount,bind,ro $place; done
      if grep -q "^0::" /proc/self/cgroup && [ -z "$1" ]; then
        mount -t cgroup2 cgroup2 /sys/fs/cgroup
      else
        mount -t tmpfs tmpfs /sys/fs/cgroup
        for controller in $1; do
          mkdir /sys/fs/cgroup/${controller#name=}
          case $controller in name=*) options=none,$controller ;; *) options=$controller ;; esac
          mount -t cgroup -o $options cgroup /sys/fs/cgroup/${controller#name=}
        done
      fi
      mkdir -p /run/systemd/system
      cp /srv/units/* /run/systemd/system
      container=lxc exec /lib/systemd/systemd --system --unit=only.target --log-target=null \
        --show-status=no
    ' "$stage" "$(echo $hierarchies)"
    """#

  private let name = "vagvisare-test-\(UUID().uuidString)"
  private let program: LaunchedProgram
  /// Its first process, as it is numbered outside: of its part of the control groups, the first one.
  private var first: pid_t? {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { pid_t($0) }.sorted().first { process in
      func text(_ name: String) -> String {
        let data = FileManager.default.contents(atPath: "/proc/\(process)/\(name)")
        return String(decoding: data ?? Data(), as: UTF8.self)
      }
      return text("cgroup").contains(name) && text("cmdline").hasPrefix("/lib/systemd/systemd\0--")
    }
  }

  /// Starts it with the units of the given names and texts, the first of them at once, on files that
  /// stand in `/srv`.
  init(units: [(name: String, text: String)], files: [URL], work: WorkFolder) throws {
    let stage = work.url.appendingPathComponent("stage")
    let folder = stage.appendingPathComponent("units")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in units {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    // None of what an installed system starts.
    try Data("[Unit]\nDefaultDependencies=no\nRequires=\(units[0].name)\n".utf8)
      .write(to: folder.appendingPathComponent("only.target"))
    for file in files {
      try FileManager.default.copyItem(
        at: file, to: stage.appendingPathComponent(file.lastPathComponent))
    }
    program = try work.launch(["sh", "-c", Self.script, "sh", stage.path, name])
  }

  deinit {
    if let first { kill(first, SIGKILL) }
    program.kill()
    // What a dead process leaves of its part of the control groups is empty, in a moment.
    _ = try? eventually("the end of the control groups") { removeGroups() ? () : nil }
  }

  private func removeGroups() -> Bool {
    let files = FileManager.default
    let root = "/sys/fs/cgroup/"
    let parents = [root] + ((try? files.contentsOfDirectory(atPath: root)) ?? []).map { root + $0 }
    for group in parents.map({ $0 + "/" + name }) where files.fileExists(atPath: group) {
      let below = ((try? files.subpathsOfDirectory(atPath: group)) ?? []).sorted().reversed()
      for path in below { rmdir(group + "/" + path) }
      if rmdir(group) != 0 { return false }
    }
    return true
  }

  /// Runs a command inside; what it writes.
  func run(_ words: [String], work: WorkFolder) throws -> String {
    guard let first else { throw BridgeFailure("systemd has ended: \(program.errorText)") }
    let command = try work.launch(["nsenter", "-t", "\(first)", "-m", "-p"] + words)
    _ = try command.waitForEnd()
    return command.outputText + command.errorText
  }
}
