// A terminal that tells all its settings as lines of KEY=VALUE and takes them one by one: what is set waits until COMMIT,
// and neither runs nor shows before the restart. Three digits in each part of an address. Nobody's product.
import type { Answer, Persona, Values } from "./persona.ts";

const shown = [
  "MODEL",
  "SN",
  "SWVER",
  "DHCP",
  "IPADDR",
  "NETMASK",
  "GATEWAY",
  "DNS1",
  "DNS2",
  "HOST",
  "PORT",
  "TPDU",
  "MID",
  "TID",
];

const values: Values = {
  MODEL: "KV-30",
  SN: "KV0004711",
  SWVER: "1.07",
  DHCP: "0",
  IPADDR: "192.168.001.061",
  NETMASK: "255.255.255.000",
  GATEWAY: "192.168.002.001",
  DNS1: "192.168.001.001",
  DNS2: "000.000.000.000",
  HOST: "host.example",
  PORT: "5100",
  TPDU: "6000030000",
  MID: "CTDEMO000000061",
  // As it leaves the factory.
  TID: "00000000",
};

/** What each of them takes. */
const forms: Readonly<Record<string, RegExp>> = {
  DHCP: /^[01]$/,
  IPADDR: /^[0-9.]{15}$/,
  NETMASK: /^[0-9.]{15}$/,
  GATEWAY: /^[0-9.]{15}$/,
  DNS1: /^[0-9.]{15}$/,
  DNS2: /^[0-9.]{15}$/,
  HOST: /^[0-9A-Za-z.-]{0,63}$/,
  PORT: /^\d{0,5}$/,
  TPDU: /^[0-9A-F]{10}$/,
  MID: /^[0-9A-Za-z]{15}$/,
  TID: /^[0-9A-Za-z]{8}$/,
};
const writable = Object.keys(forms);

function answer(line: string, now: Values): Answer {
  const [, key = "", value = ""] = /^CONFIG ([A-Z0-9]+)=(.*)$/.exec(line) ?? [];
  if (line === "CONFIG") return { lines: [...shown.map((name) => `${name}=${now[name] ?? ""}`), "OK"] };
  if (forms[key]?.test(value) === true) return { lines: ["OK"], change: { [`next ${key}`]: value } };
  if (line === "COMMIT") {
    const next = writable.flatMap((name) => {
      const wanted = now[`next ${name}`];
      return wanted === undefined ? [] : [[name, wanted] as const];
    });
    return { lines: ["OK"], change: Object.fromEntries(next.map(([name, wanted]) => [`kept ${name}`, wanted])) };
  }
  if (line === "RESTART") {
    const kept = writable.flatMap((name) => {
      const wanted = now[`kept ${name}`];
      return wanted === undefined ? [] : [[name, wanted] as const];
    });
    return { lines: ["OK"], change: Object.fromEntries(kept), keep: true, next: "restart" };
  }
  return { lines: ["ERROR 1"] };
}

export const keyValue: Persona = {
  values,
  echo: false,
  banner: "KV-30 READY\r\n",
  login: null,
  prompt: "",
  lineEnd: "\r\n",
  lastEnd: "\r\n",
  page: null,
  answer,
};
