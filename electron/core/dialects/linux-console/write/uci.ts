// OpenWrt: changes that are set and not committed lie in memory (/tmp/.uci), and netifd takes them up when it reloads;
// committing them writes /etc/config/network. So a restart before the confirmation brings the old settings back.
//
//   set, reload --confirmed--> commit
//        \------taken back---> revert, the file as it was, reload
//
// As netifd of October 2023 and uci 66127cd did it on a real console (tests/corpus/linux-console/netifd-reload): `reload`
// returns before anything has happened; `commit` drops the file's comments and leaves out nothing else.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { encodeLines } from "../encode.ts";
import { findUciSection, type UciSection, uciSecrets } from "../facts/uci.ts";
import { checkClient } from "./dhcp-clients.ts";
import { checkOld } from "./run-time.ts";
import { checkSettled, waitUntil } from "./settled.ts";
import type { Step, Steps } from "./steps.ts";
import { printMask, type Wanted } from "./wanted.ts";

const file = "/etc/config/network";
/** Uci takes no file with a dot in front for one of its own. */
const beside = "/etc/config/.network.counterpart";
const reload = "ubus call network reload";

/** `shown`: what `uci show network` printed when it was read. */
export function writeUci(current: InterfaceSettings, wanted: Wanted, shown: string): Result<Steps> {
  const section = findUciSection(shown, wanted.name);
  // A section without a name has another one after every change before it.
  if (section === null || !/^\w+$/.test(section.name)) return refuse(current, "openwrt-uci");
  // The lease's servers come beside those that are set: which of them are asked would be anybody's guess.
  if (wanted.method === "dhcp" && wanted.touched.has("ipv4.dns") && wanted.dns.length > 0)
    return refuse(current, "DHCP");
  const was = encodeLines(findLines(shown, section.name));
  if (!was.ok) return was;
  const copy = `$D/${wanted.name}.uci`;
  const started = `$D/${wanted.name}.started`;
  const isOld = checkOldRuns(current, wanted);
  const back = [
    "uci -q revert network",
    `cmp -s ${copy} ${file}||{ cp -p ${copy} ${beside}&&sync&&mv ${beside} ${file}&&sync;}`,
    reload,
    waitUntil(isOld, { times: 3, method: current.running?.ipv4?.method === "dhcp" ? "dhcp" : "static" }),
  ];
  return succeed({
    prepare: [
      {
        name: "plan-stale",
        shell: `[ "$(uci -q show network.${section.name}|grep -iv ${uciSecrets})" = ${was.value} ]`,
      },
      // Committing ours would commit what somebody else has left unsaved.
      { name: "uci changes", shell: `[ -z "$(uci -q changes network)" ]` },
      { name: "memory for uci", shell: `grep -q '^[^ ]* /tmp \\(tmpfs\\|ramfs\\) ' /proc/mounts` },
      { name: "copy network", shell: `cp -p ${file} ${copy}` },
    ],
    files: [],
    apply: [
      { name: "uci set", shell: `:>${started};${listEdits(section, wanted).join("&&")}` },
      { name: "network reload", shell: reload },
      { name: "read back", shell: waitUntil(checkNew(current, wanted), { times: 3, method: wanted.method }) },
    ],
    persist: listPersist(section, wanted),
    undo: [`[ ! -e ${started} ]||{ ${back.join("\n")}\n}`],
    isRestored: [`[ -z "$(uci -q changes network)" ]`, `cmp -s ${copy} ${file}`, isOld],
  });
}

/** Every interface of a push commits: the first one has all of them committed. */
function listPersist({ name }: UciSection, { method }: Wanted): readonly Step[] {
  return [
    { name: "uci commit", shell: "uci commit network&&sync" },
    {
      name: "compare network",
      shell: `[ -z "$(uci -q changes network)" ]&&[ "$(uci -q get network.${name}.proto)" = ${method} ]`,
    },
  ];
}

/** The section's lines as they were read. */
function findLines(shown: string, name: string): string {
  const own = shown
    .split("\n")
    .filter((line) => line === `network.${name}=interface` || line.startsWith(`network.${name}.`));
  return own.join("\n");
}

function listEdits({ name, options }: UciSection, wanted: Wanted): readonly string[] {
  const { touched } = wanted;
  const drop = (option: string): string => `{ uci -q delete network.${name}.${option}||:;}`;
  const set = (option: string, value: string): string => `uci set network.${name}.${option}=${value}`;
  const list = (option: string, values: readonly string[]): readonly string[] => [
    drop(option),
    ...values.map((value) => `uci add_list network.${name}.${option}=${value}`),
  ];
  const dns = touched.has("ipv4.dns") ? list("dns", wanted.dns) : [];
  if (wanted.method === "dhcp") {
    return [set("proto", "dhcp"), ...["ipaddr", "netmask", "gateway", "broadcast"].map(drop), ...dns];
  }
  const isNew = touched.has("ipv4.address") || touched.has("ipv4.method");
  const [, ...others] = options.get("ipaddr") ?? [];
  const asList = options.has("ipaddr") && !options.has("netmask");
  const address = asList
    ? list("ipaddr", [`${wanted.address}/${wanted.prefixLength}`, ...others.filter((each) => /^[\d./]+$/.test(each))])
    : [set("ipaddr", `${wanted.address}`), set("netmask", printMask(wanted.prefixLength ?? 32))];
  const gateway = wanted.gateway === null ? drop("gateway") : set("gateway", wanted.gateway);
  return [
    set("proto", "static"),
    ...(isNew ? [...address, drop("broadcast")] : []),
    ...(isNew || touched.has("ipv4.gateway") ? [gateway] : []),
    ...dns,
  ];
}

function checkNew(current: InterfaceSettings, wanted: Wanted): string {
  return wanted.method === "dhcp" ? checkLease(wanted.name) : checkSettled(current, wanted);
}

function checkOldRuns(current: InterfaceSettings, wanted: Wanted): string {
  return current.running?.ipv4?.method === "dhcp" ? checkLease(wanted.name) : checkOld(current, wanted);
}

/** Netifd keeps the time of a lease to itself: the kernel does not call such an address dynamic. */
function checkLease(name: string): string {
  return `${checkClient(name)}&&ip -4 addr show dev ${name}|grep -q 'inet '`;
}

function refuse({ name }: InterfaceSettings, manager: string): Result<never> {
  return fail(makeFailure("not-writable", { interface: name, manager }));
}
