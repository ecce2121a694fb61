// A serial device server with a login and a command line: echo, pages, `save` before a restart. Nobody's product.
import type { Answer, Persona, Values } from "./persona.ts";

const values: Values = {
  mode: "static",
  address: "192.168.1.51",
  mask: "255.255.255.0",
  gateway: "192.168.2.1",
  dns1: "192.168.1.1",
  dns2: "0.0.0.0",
};

const version = [
  "Demo Serial Server",
  "  Model            : DSS-200",
  "  Serial number    : DSS0004711",
  "  Firmware         : 2.4.1 build 77",
];

const log = Array.from({ length: 30 }, (_, place) => {
  const minute = String(place).padStart(2, "0");
  return `2026-01-02 03:${minute}:00 ${place % 3 === 0 ? "eth0: link up" : `port1: ${place} sessions`}`;
});

const address = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const refused: Answer = { lines: ["% Invalid value"] };
const done: Answer = { lines: [] };

function answer(line: string, now: Values): Answer {
  const words = line.trim().split(/ +/);
  const [verb = "", what = "", key = "", ...rest] = words;
  if (verb === "") return done;
  if (line === "show version") return { lines: version };
  if (line === "show interface") return { lines: showInterface(now) };
  if (line === "show log") return { lines: log };
  if (line === "save") return { lines: ["Configuration saved."], keep: true };
  if (line === "reload") return { lines: ["Restarting..."], next: "restart" };
  if (line === "logout") return { lines: [], next: "log-out" };
  if (verb === "set" && what === "interface") return setInterface(key, rest);
  return { lines: [`% Unknown command: ${verb}`] };
}

function setInterface(key: string, rest: readonly string[]): Answer {
  const [first = "", , second = "", , third = ""] = rest;
  if (key === "mode") return first === "dhcp" || first === "static" ? { lines: [], change: { mode: first } } : refused;
  if (key === "ip") {
    const all = [first, second, third];
    if (!all.every((each) => address.test(each))) return refused;
    return { lines: [], change: { address: first, mask: second, gateway: third } };
  }
  const [dns1 = "", dns2 = ""] = rest;
  if (key !== "dns" || ![dns1, dns2].every((each) => address.test(each))) return refused;
  return { lines: [], change: { dns1, dns2 } };
}

function showInterface(now: Values): readonly string[] {
  return [
    "Interface eth0",
    "  Hardware address : 00:90:e8:00:47:11",
    `  Mode             : ${now["mode"] ?? ""}`,
    `  IP address       : ${now["address"] ?? ""}`,
    `  Subnet mask      : ${now["mask"] ?? ""}`,
    `  Default gateway  : ${now["gateway"] ?? ""}`,
    `  DNS servers      : ${now["dns1"] ?? ""} ${now["dns2"] ?? ""}`,
  ];
}

/** `password` is made up anew for every terminal. */
export function makeDeviceServer(password: string | null): Persona {
  return {
    values,
    echo: true,
    banner: "\r\nDemo Serial Server DSS-200\r\n",
    login: password === null ? null : { user: "admin", password },
    prompt: "DSS-200> ",
    lineEnd: "\r\n",
    lastEnd: "\r\n",
    page: 12,
    restartsOnDtr: true,
    answer,
  };
}
