// NetworkManager: the active profile is changed in memory (--temporary) and activated; its file follows when that was
// confirmed. A checkpoint, where something can call one, is NetworkManager's own timer, and it ends before ours.
//
// As NetworkManager 1.42 does it (tests/peers/managers): the changed profile lies in /run and hides its file until it is
// removed and the file loaded; a checkpoint that rolls back leaves it there, too; a lasting `modify` rewrites the file,
// without its comments, and removes what hid it.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { textToBinary } from "../../../bytes/binary-text.ts";
import { quote } from "../encode.ts";
import { type Profile, showProfile } from "../facts/networkmanager.ts";
import { checkOld } from "./run-time.ts";
import { checkSettled, waitUntil } from "./settled.ts";
import type { Steps } from "./steps.ts";
import type { Wanted } from "./wanted.ts";

export interface ProfileSource {
  readonly profile: Profile;
  /** Whether NetworkManager passes the profile's name servers on. */
  readonly ownsDns: boolean;
  /** Seconds until our own watchdog takes the change back. */
  readonly revertSeconds: number;
}

const service = "org.freedesktop.NetworkManager";
const object = "/org/freedesktop/NetworkManager";

export function writeNetworkManager(current: InterfaceSettings, wanted: Wanted, source: ProfileSource): Result<Steps> {
  const { uuid, printed, isOwn } = source.profile;
  if (!isOwn || /[^\P{Cc}\n]/u.test(printed)) {
    return fail(makeFailure("not-writable", { interface: current.name, manager: "networkmanager" }));
  }
  const { name } = wanted;
  const at = `$D/nm-${name}`;
  const file = `nmcli -t -e no -f UUID,FILENAME c s|sed -n s/^${uuid}://p`;
  const show = `${showProfile} ${uuid}`;
  const values = printProperties(source, wanted);
  const up = `nmcli -w 45 c up ${uuid} ifname ${name}`;
  const isOld = current.running?.ipv4?.method === "dhcp" ? ":" : checkOld(current, wanted);
  const settled = waitUntil(checkSettled(current, wanted));
  return succeed({
    prepare: [
      { name: "plan-stale", shell: `${show}>${at}.was&&[ "$(cat ${at}.was)" = ${quote(textToBinary(printed))} ]` },
      // Profiles that netplan writes are made anew from its own files.
      {
        name: "find profile",
        shell: `F=$(${file});case $F in ''|*/netplan-*)false;;*)cp -p "$F" ${at}.old&&echo "$F">${at}.file;;esac`,
      },
      { name: "checkpoint", shell: createCheckpoint(name, `${at}.checkpoint`, Math.max(5, source.revertSeconds - 3)) },
    ],
    apply: [
      { name: "nmcli modify", shell: `:>${at}.up;nmcli c modify --temporary ${uuid} ${values}` },
      { name: "nmcli up", shell: up },
      { name: "read back", shell: settled },
    ],
    files: [],
    persist: [
      { name: "checkpoint", shell: destroyCheckpoint(`${at}.checkpoint`) },
      {
        name: "nmcli modify",
        shell: `nmcli c modify ${uuid} ${values}&&case $(${file}) in /run/*|'')false;;esac&&sync`,
      },
      { name: "read back", shell: settled },
    ],
    undo: [
      destroyCheckpoint(`${at}.checkpoint`),
      `O=$(cat ${at}.file);F=$(${file});[ "$F" = "$O" ]||rm -f "$F"`,
      `if [ ! -e "$O" ];then cp -p ${at}.old "$O";else cmp -s ${at}.old "$O"||{ cp -p ${at}.old "$O~"&&mv -f "$O~" "$O";};fi;nmcli c load "$O"`,
      `[ ! -e ${at}.up ]||{ ${up}&&rm -f ${at}.up;};${waitUntil(isOld)}`,
    ],
    isRestored: [`${show}|cmp -s - ${at}.was`, isOld],
  });
}

/** Property and value pairs for `nmcli connection modify`. The method comes last: an address alone may change it. */
function printProperties({ profile, ownsDns }: ProfileSource, wanted: Wanted): string {
  const { touched } = wanted;
  const isNew = touched.has("ipv4.address") || touched.has("ipv4.method");
  const dns = touched.has("ipv4.dns") && ownsDns ? [`ipv4.dns '${wanted.dns.join(" ")}'`] : [];
  if (wanted.method === "dhcp") {
    return ["ipv4.addresses ''", "ipv4.gateway ''", ...dns, "ipv4.method auto"].join(" ");
  }
  const others = (profile.values.get("ipv4.addresses") ?? "").split(/[,\s]+/).slice(1);
  const addresses = [`${wanted.address}/${wanted.prefixLength}`, ...others.filter((each) => /^[\d./]+$/.test(each))];
  return [
    ...(isNew ? [`ipv4.addresses '${addresses.join(",")}'`] : []),
    ...(touched.has("ipv4.gateway") || isNew ? [`ipv4.gateway '${wanted.gateway ?? ""}'`] : []),
    ...dns,
    ...(isNew ? ["ipv4.method manual"] : []),
  ].join(" ");
}

/** Keeps the checkpoint's path in a file; without a tool that can call one, our own watchdog is alone. */
function createCheckpoint(name: string, file: string, seconds: number): string {
  const device = `$(nmcli -g GENERAL.DBUS-PATH d show ${name})`;
  const systemd = `busctl call ${service} ${object} ${service} CheckpointCreate aouu 1 ${device} ${seconds} 0`;
  const plain = `dbus-send --system --print-reply --dest=${service} ${object} ${service}.CheckpointCreate array:objpath:${device} uint32:${seconds} uint32:0`;
  const path = `grep -o '/[^"]*/Checkpoint/[0-9]*'`;
  return `if type busctl>/dev/null;then ${systemd}|${path}>${file};elif type dbus-send>/dev/null;then ${plain}|${path}>${file};fi`;
}

/** False when NetworkManager has rolled back by itself already. */
function destroyCheckpoint(file: string): string {
  const systemd = `busctl call ${service} ${object} ${service} CheckpointDestroy o $(cat ${file})`;
  const plain = `dbus-send --system --print-reply --dest=${service} ${object} ${service}.CheckpointDestroy objpath:$(cat ${file})`;
  return `if [ -s ${file} ];then if type busctl>/dev/null;then ${systemd};else ${plain};fi&&rm -f ${file};fi`;
}
