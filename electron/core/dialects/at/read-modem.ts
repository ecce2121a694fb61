// A modem's answers -> the reading. One question after another: a modem answers a whole line of them with one error.
//
//   identity -> SIM card -> registration -> signal -> contexts -> addresses -> clock
import type { Clock } from "../../bytes/surroundings.ts";
import { type Result, succeed } from "../../failures/result.ts";
import type { InterfaceSettings, IpSettings, NameServer } from "../../settings/network-settings.ts";
import type { Reading } from "../dialect.ts";
import type { Task } from "../task.ts";
import { describeCapabilities } from "./capabilities.ts";
import { type ContextParameters, type GivenAddresses, readContextParameters } from "./facts/context-parameters.ts";
import {
  type Authentication,
  readActive,
  readAddresses,
  readAuthentication,
  readSetContexts,
  type SetContext,
} from "./facts/contexts.ts";
import type { DottedAddress } from "./facts/dotted.ts";
import { maskNumber, readDigits, readModemClock, readWords } from "./facts/identity.ts";
import {
  joinRegistrations,
  readCesq,
  readCsq,
  readOperator,
  readPinTries,
  readRegistration,
  readSim,
  type Signal,
  type SimState,
} from "./facts/network.ts";
import { type Modem, times } from "./modem.ts";

type Cellular = NonNullable<InterfaceSettings["cellular"]>;

/** What a session keeps besides what it shows. */
export interface ModemReading {
  readonly reading: Reading;
  readonly authentication: readonly Authentication[];
  /** Null: the modem has no AT+CGAUTH. */
  readonly authenticates: "standard" | "swapped" | null;
}

export async function readModem(modem: Modem, clock: Clock, task: Task): Promise<Result<ModemReading>> {
  const quick = { within: times.quick, task };
  const vendor = await modem.read("AT+CGMI", "text", quick);
  if (!vendor.ok) return vendor;
  const model = await modem.read("AT+CGMM", "text", quick);
  if (!model.ok) return model;
  const firmware = await modem.read("AT+CGMR", "text", quick);
  if (!firmware.ok) return firmware;
  const serial = await modem.read("AT+CGSN", "text", quick);
  if (!serial.ok) return serial;
  const network = await readNetwork(modem, task);
  if (!network.ok) return network;
  const contexts = await readContexts(modem, readWords(model.value), task);
  if (!contexts.ok) return contexts;
  const time = await modem.read("AT+CCLK?", { prefix: "+CCLK:" }, quick);
  if (!time.ok) return time;
  const { interfaces, nameServers } = makeInterfaces(network.value, contexts.value);
  const reading: Reading = {
    interfaces,
    routes: [],
    nameServers,
    hosts: [],
    tpdu: null,
    terminal: {
      family: "at",
      vendor: readWords(vendor.value),
      model: readWords(model.value),
      serialNumber: maskNumber(readDigits(serial.value, 14)),
      firmware: readWords(firmware.value),
      hostName: null,
    },
    clock: readModemClock(time.value, clock.wallTime()),
    capabilities: describeCapabilities({ isCellular: true }),
  };
  const { authentication, authenticates } = contexts.value;
  return succeed({ reading, authentication, authenticates });
}

type Network = Signal &
  Pick<Cellular, "registration" | "sim" | "pinTries" | "iccid" | "operator" | "technology" | "attached">;

async function readNetwork(modem: Modem, task: Task): Promise<Result<Network>> {
  const card = { within: times.card, task };
  const quick = { within: times.quick, task };
  const sim = await readSimState(modem, task);
  if (!sim.ok) return sim;
  const tries = sim.value === "pin" ? await readTries(modem, task) : succeed(null);
  if (!tries.ok) return tries;
  const iccid = await readIccid(modem, task);
  if (!iccid.ok) return iccid;
  const operator = await modem.read("AT+COPS?", { prefix: "+COPS:" }, { within: times.network, task });
  if (!operator.ok) return operator;
  const calls = await modem.read("AT+CREG?", { prefix: "+CREG:" }, quick);
  if (!calls.ok) return calls;
  const packets = await modem.read("AT+CGREG?", { prefix: "+CGREG:" }, quick);
  if (!packets.ok) return packets;
  const evolved = await modem.read("AT+CEREG?", { prefix: "+CEREG:" }, quick);
  if (!evolved.ok) return evolved;
  const signal = await readSignal(modem, task);
  if (!signal.ok) return signal;
  const attached = await modem.read("AT+CGATT?", { prefix: "+CGATT:" }, card);
  if (!attached.ok) return attached;
  const { name, technology } = readOperator(operator.value);
  return succeed({
    ...signal.value,
    registration: joinRegistrations({
      packets: [readRegistration(evolved.value), readRegistration(packets.value)],
      calls: readRegistration(calls.value),
    }),
    sim: sim.value,
    pinTries: tries.value,
    iccid: maskNumber(iccid.value),
    operator: name,
    technology,
    attached: attached.value.length === 0 ? null : /: ?1$/.test(attached.value.at(-1) ?? ""),
  });
}

export async function readSimState(modem: Modem, task: Task): Promise<Result<SimState | null>> {
  const answer = await modem.ask("AT+CPIN?", { prefix: "+CPIN:" }, { within: times.card, task });
  if (!answer.ok) return answer;
  const { value } = answer;
  return succeed(readSim(value.lines, value.kind === "error" ? value.error : null));
}

export async function readTries(modem: Modem, task: Task): Promise<Result<number | null>> {
  const lines = await modem.readFirst(
    [
      ['AT+CPINR="SIM PIN"', { prefix: "+CPINR:" }],
      ["AT+SPIC", { prefix: "+SPIC:" }],
      ['AT+QPINC="SC"', { prefix: "+QPINC:" }],
      ["AT^CPIN?", { prefix: "^CPIN:" }],
    ],
    { within: times.card, task },
  );
  return lines.ok ? succeed(readPinTries(lines.value)) : lines;
}

/** Whole; only what is shown is masked. */
async function readIccid(modem: Modem, task: Task): Promise<Result<string | null>> {
  const lines = await modem.readFirst(
    [
      ["AT+CCID", "text"],
      ["AT+ICCID", "text"],
      ["AT+QCCID", "text"],
      ["AT^ICCID?", { prefix: "^ICCID:" }],
    ],
    { within: times.card, task },
  );
  return lines.ok ? succeed(readDigits(lines.value, 18)) : lines;
}

export async function readSignal(modem: Modem, task: Task): Promise<Result<Signal>> {
  const quick = { within: times.quick, task };
  const csq = await modem.read("AT+CSQ", { prefix: "+CSQ:" }, quick);
  if (!csq.ok) return csq;
  const cesq = await modem.read("AT+CESQ", { prefix: "+CESQ:" }, quick);
  return cesq.ok ? succeed({ csq: readCsq(csq.value), ...readCesq(cesq.value) }) : cesq;
}

interface Contexts {
  readonly set: readonly SetContext[];
  readonly active: ReadonlySet<number>;
  readonly addresses: ReadonlyMap<number, readonly DottedAddress[]>;
  readonly parameters: readonly ContextParameters[];
  readonly authentication: readonly Authentication[];
  readonly authenticates: ModemReading["authenticates"];
}

async function readContexts(modem: Modem, model: string | null, task: Task): Promise<Result<Contexts>> {
  const quick = { within: times.quick, task };
  const network = { within: times.network, task };
  const set = await modem.read("AT+CGDCONT?", { prefix: "+CGDCONT:" }, quick);
  if (!set.ok) return set;
  const active = await modem.read("AT+CGACT?", { prefix: "+CGACT:" }, network);
  if (!active.ok) return active;
  const addresses = await modem.read("AT+CGPADDR", { prefix: "+CGPADDR:" }, quick);
  if (!addresses.ok) return addresses;
  const parameters = await modem.read("AT+CGCONTRDP", { prefix: "+CGCONTRDP:" }, quick);
  if (!parameters.ok) return parameters;
  const told = await modem.ask("AT+CGAUTH?", { prefix: "+CGAUTH:" }, quick);
  if (!told.ok) return told;
  // SIMCom's manuals of the SIM7x00 and SIM7080 have the password before the user.
  const swapped = /^(?:SIMCOM_)?SIM[78]\d/i.test(model ?? "");
  return succeed({
    set: readSetContexts(set.value),
    active: readActive(active.value),
    addresses: readAddresses(addresses.value),
    parameters: readContextParameters(parameters.value),
    authentication: readAuthentication(told.value.lines, swapped),
    authenticates: told.value.kind === "error" ? null : swapped ? "swapped" : "standard",
  });
}

/** For calls over data and for emergencies: nobody sets those. */
const special = /^(?:ims|sos|xcap|supl|mms)\b/i;

/** The context that data goes through is `cellular`; others follow with their number. */
function makeInterfaces(network: Network, contexts: Contexts) {
  const ordinary = contexts.set.filter(({ apn }) => !special.test(apn));
  const main = ordinary.find(({ cid }) => contexts.active.has(cid)) ??
    ordinary.find(({ cid }) => cid > 0) ??
    ordinary[0] ?? { cid: 1, type: null, apn: "" };
  const others = ordinary.filter(({ cid, apn }) => cid !== main.cid && apn !== "").slice(0, 15);
  const interfaces = [main, ...others].map((one) => {
    return makeInterface(one === main ? "cellular" : `cellular-${one.cid}`, one, { network, contexts });
  });
  const running = interfaces[0]?.running;
  const servers = [...(running?.ipv4?.dns ?? []), ...(running?.ipv6?.dns ?? [])];
  const nameServers: readonly NameServer[] = servers.map((address) => ({ address, source: "AT+CGCONTRDP" }));
  return { interfaces, nameServers };
}

function makeInterface(
  name: string,
  { cid, type, apn }: SetContext,
  { network, contexts }: { readonly network: Network; readonly contexts: Contexts },
): InterfaceSettings {
  const parameters = contexts.parameters.find((one) => one.cid === cid) ?? null;
  const told = contexts.addresses.get(cid) ?? [];
  const known = contexts.authentication.find((one) => one.cid === cid);
  // A modem without AT+CGACT? shows by its address that the context is up.
  const active = contexts.active.has(cid) || (contexts.active.size === 0 && parameters?.ipv4?.address != null);
  const find = (family: "ipv4" | "ipv6"): IpSettings | null =>
    active ? makeIp(parameters?.[family] ?? null, told.find((one) => one.family === family) ?? null) : null;
  const { csq, rsrpDbm, rsrqDb, ...rest } = network;
  return {
    name,
    kind: "cellular",
    mac: null,
    // By radio there is nothing to plug in: who is let in has a link, and of others that is not known.
    link: active || network.registration === "home" || network.registration === "roaming" ? "up" : null,
    mtu: parameters?.mtu ?? null,
    manager: "modem",
    ipv4: null,
    ipv6: null,
    running: { ipv4: find("ipv4"), ipv6: find("ipv6") },
    cellular: {
      ...rest,
      apn: apn === "" ? null : apn,
      pdpType: type,
      csq,
      rsrpDbm,
      rsrqDb,
      context: cid,
      authentication: known?.protocol ?? (contexts.authenticates === null ? null : "none"),
      user: known?.user || null,
      active,
      runningApn: active ? (parameters?.apn ?? null) : null,
    },
  };
}

function makeIp(given: GivenAddresses | null, told: DottedAddress | null): IpSettings | null {
  const address = given?.address ?? told?.address ?? null;
  if (address === null) return null;
  return {
    method: null,
    address,
    // Where nobody tells a mask, the link is all there is.
    prefixLength: given?.prefixLength ?? told?.prefixLength ?? (address.includes(":") ? 64 : 32),
    gateway: given?.gateway ?? null,
    dns: given?.dns ?? [],
    additional: [],
  };
}
