// The port that was chosen: its name, whether it is there, whether this user may open it, and who has it.
import type { DoctorFacts, Holder } from "../facts.ts";
import type { Verdict } from "../verdict.ts";
import { isRemote } from "./device.ts";

const unchosen = { state: "not-needed", saying: "port-unchosen" } as const;
const remote = { state: "not-needed", saying: "port-remote" } as const;

export function checkName({ platform, asked: { port } }: DoctorFacts): Verdict {
  if (port === null) return unchosen;
  if (isRemote(port)) return remote;
  const [, number] = /^(?:\\\\\.\\)?COM(\d+)$/i.exec(port) ?? [];
  // Opened with the prefix that names from COM10 on need, so any number will do.
  if (number !== undefined && Number(number) >= 10) return { state: "ok", saying: "name-high", values: { port } };
  // Opening the call-in device waits for a carrier that a terminal never raises.
  if (platform === "macos" && port.startsWith("/dev/tty."))
    return { state: "wrong", saying: "name-call-in", values: { port, other: port.replace("/dev/tty.", "/dev/cu.") } };
  return { state: "ok", saying: "name-ok", values: { port } };
}

export function checkPresent({ ports, permission, asked: { port, failure } }: DoctorFacts): Verdict {
  if (port === null) return unchosen;
  if (isRemote(port))
    return failure === "port-refused" ? { state: "wrong", saying: "present-refused", values: { port } } : remote;
  const isListed = ports?.some(({ path }) => path.toLowerCase() === port.toLowerCase()) ?? false;
  if (isListed || permission !== null)
    return failure === "port-lost"
      ? { state: "odd", saying: "present-again", values: { port } }
      : { state: "ok", saying: "present-ok", values: { port } };
  return { state: "wrong", saying: "present-gone", values: { port } };
}

export function checkPermission({ platform, permission, asked: { port } }: DoctorFacts): Verdict {
  if (port === null) return unchosen;
  if (isRemote(port)) return remote;
  if (permission === null) return { state: "not-needed", saying: "permission-unasked" };
  const { may, group, user, isPending } = permission;
  if (may) return { state: "ok", saying: "permission-ok", values: { port } };
  const values = { port, user, group: group ?? "dialout" };
  if (isPending) return { state: "wrong", saying: "permission-pending", values };
  const isGroups = platform === "linux" && group !== null && group !== "root";
  return { state: "wrong", saying: isGroups ? "permission-group" : "permission-owner", values };
}

/** Debian's packages of programs that take a port without being asked. */
const packages: Readonly<Record<string, string>> = { ModemManager: "modemmanager", brltty: "brltty", gpsd: "gpsd" };

export function checkFree(facts: DoctorFacts): Verdict {
  const { ports, asked, grabbers, platform } = facts;
  const { port, failure } = asked;
  if (port === null) return unchosen;
  if (isRemote(port))
    return failure === "port-busy" ? { state: "wrong", saying: "free-server", values: { port } } : remote;
  const [holder] = facts.holders;
  if (holder) return nameHolder(holder, port);
  const isHeld = ports?.find(({ path }) => path === port)?.inUse === true || failure === "port-busy";
  if (!isHeld) return { state: "ok", saying: "free-ok", values: { port } };
  const [grabber] = grabbers;
  if (grabber !== undefined)
    return {
      state: "wrong",
      saying: "free-grabber",
      values: { port, program: grabber, package: packages[grabber] ?? grabber },
    };
  return { state: "wrong", saying: platform === "windows" ? "free-windows" : "free-unknown", values: { port } };
}

function nameHolder({ pid, name, isStale }: Holder, port: string): Verdict {
  const values = { port, program: name, pid, package: packages[name] ?? name };
  if (isStale) return { state: "wrong", saying: "free-stale", values };
  return { state: "wrong", saying: name in packages ? "free-grabber" : "free-held", values };
}
