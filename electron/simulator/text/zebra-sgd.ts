// A printer that speaks Zebra's Set/Get/Do, as its public programming guides describe it: `! U1 getvar "ip.addr"` is
// answered by the value in quotation marks and nothing else, setvar by nothing, an unknown name by "?". What is set is
// kept at once and runs after a reset; name servers are only told. No real printer has been recorded.
import type { Answer, Persona, Values } from "./persona.ts";

const values: Values = {
  "device.product_name": "DEMO-420",
  "device.unique_id": "DEMO0004711",
  "appl.name": "V84.20.18Z",
  "device.friendly_name": "counter-2",
  "ip.dhcp.enable": "off",
  "ip.addr": "192.168.1.42",
  "ip.netmask": "255.255.255.0",
  "ip.gateway": "192.168.2.1",
  "ip.dns.servers": "192.168.1.1",
  "card.mac_addr": "00:07:4D:00:47:11",
};

const writable = ["ip.dhcp.enable", "ip.addr", "ip.netmask", "ip.gateway"];

const command = /^! U1 (getvar|setvar) "([a-z0-9._]+)"(?: "([^"]*)")?$/;

function answer(line: string, now: Values): Answer {
  const [, verb, name = "", value] = command.exec(line.trim()) ?? [];
  if (name === "device.reset" && verb === "setvar") return { lines: null, next: "restart" };
  if (verb === "getvar") return { lines: [`"${now[name] ?? "?"}"`] };
  if (verb === "setvar" && value !== undefined && writable.includes(name))
    return { lines: null, change: { [name]: value }, keep: true };
  return { lines: null };
}

export const zebraSgd: Persona = {
  values,
  echo: false,
  banner: "",
  login: null,
  prompt: "",
  lineEnd: "\r\n",
  lastEnd: "",
  page: null,
  answer,
};
