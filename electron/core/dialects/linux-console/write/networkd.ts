// systemd-networkd: the candidate is a file in /run whose name sorts before that of the interface's own, so that it wins
// until it is removed or the terminal restarts (of two files with one name, that in /etc wins over that in /run). Once
// confirmed, the own file and its drop-ins are edited and the candidate goes.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { encodeLines, encodeWord } from "../encode.ts";
import type { PlacedUnits } from "../facts/networkd.ts";
import { editUnits, joinForInterface, type UnitEdit } from "../facts/networkd-unit.ts";
import type { EditedFiles } from "./edited-files.ts";
import { checkOld } from "./run-time.ts";
import { checkSettled, waitUntil } from "./settled.ts";
import type { Steps } from "./steps.ts";
import type { Wanted } from "./wanted.ts";

export interface UnitSource {
  readonly units: PlacedUnits;
  readonly files: EditedFiles;
  /** Whether systemd-resolved takes the name servers from the units. */
  readonly ownsDns: boolean;
}

const etc = "/etc/systemd/network";

export function writeNetworkd(current: InterfaceSettings, wanted: Wanted, source: UnitSource): Result<Steps> {
  const { units, files, ownsDns } = source;
  const name = chooseName(units.paths[0], wanted.name);
  if (units.paths[0].startsWith("/run/") || name === null || units.texts.some((text) => /\\\n/.test(text))) {
    // Made anew at every start (netplan, the kernel's command line), or not to be edited line by line.
    return fail(makeFailure("not-writable", { interface: current.name, manager: units.paths[0] }));
  }
  const edited = editUnits(units.texts, makeEdit(wanted, ownsDns));
  const whole = joinForInterface(edited, wanted.name);
  const text = encodeLines(whole);
  const main = encodeWord("file", units.paths[0]);
  if (!text.ok) return text;
  if (!main.ok) return main;
  const isEdited = units.isOwn && units.paths.every((path) => path.startsWith(etc));
  if (isEdited) {
    for (const [index, path] of units.paths.entries()) files.set(path, edited[index] ?? "");
  } else {
    // What serves other interfaces too, or comes with the system, stays: this interface gets a file of its own.
    files.set(`${etc}/${name}`, whole);
  }
  const candidate = `/run/systemd/network/${name}`;
  const started = `$D/${wanted.name}.started`;
  const reload = `{ { networkctl reload&&networkctl reconfigure ${wanted.name};}||systemctl restart systemd-networkd;}`;
  const isOld = current.running?.ipv4?.method === "dhcp" ? ":" : checkOld(current, wanted);
  // networkctl returns before networkd has taken the addresses away and set them again.
  const uses = (path: string): string =>
    `grep -qxF NETWORK_FILE=${path} /run/systemd/netif/links/$(cat /sys/class/net/${wanted.name}/ifindex)`;
  const settles = (path: string): string =>
    waitUntil(`${uses(path)}&&${checkSettled(current, wanted)}`, { times: 3, method: wanted.method });
  return succeed({
    prepare: [
      { name: "send candidate", shell: `printf %s ${text.value}>$D/${wanted.name}.network&&[ ! -e ${candidate} ]` },
    ],
    apply: [
      {
        name: "networkctl reload",
        shell: `:>${started};mkdir -p /run/systemd/network&&cat $D/${wanted.name}.network>${candidate}&&chmod 644 ${candidate}&&${reload}`,
      },
      { name: "read back", shell: settles(candidate) },
    ],
    files: [],
    persist: [
      { name: "networkctl reload", shell: `rm -f ${candidate}&&${reload}` },
      { name: "read back", shell: settles(isEdited ? main.value : `${etc}/${name}`) },
    ],
    undo: [
      `[ ! -e ${started} ]||{ rm -f ${candidate};${reload};${waitUntil(`${uses(main.value)}&&${isOld}`, { times: 3 })};}`,
    ],
    isRestored: [`[ ! -e ${candidate} ]`, isOld],
  });
}

/** A file name that sorts before that of the unit in use, as networkd compares them; null when there is none. */
function chooseName(path: string, name: string): string | null {
  const used = path.slice(path.lastIndexOf("/") + 1);
  const names = ["05", "00", "0"].map((start) => `${start}-counterpart-${name}.network`);
  return /^[\w.-]+$/.test(name) ? (names.find((each) => each < used) ?? null) : null;
}

function makeEdit(wanted: Wanted, ownsDns: boolean): UnitEdit {
  const { touched } = wanted;
  const isNew = touched.has("ipv4.address") || touched.has("ipv4.method");
  return {
    method: wanted.method,
    address: isNew && wanted.method === "static" ? `${wanted.address}/${wanted.prefixLength}` : undefined,
    gateway: touched.has("ipv4.gateway") || touched.has("ipv4.method") ? wanted.gateway : undefined,
    dns: touched.has("ipv4.dns") && ownsDns ? wanted.dns : undefined,
  };
}
