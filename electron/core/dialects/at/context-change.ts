// Changes of a plan -> the commands that make them and those that take them back.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Change } from "../../settings/change.ts";
import type { InterfaceSettings } from "../../settings/network-settings.ts";
import { refuseModemValue } from "../../settings/unusable-modem-value.ts";
import { encodeContext, encodeString } from "./encode.ts";
import { type PdpType, printPdpType } from "./facts/contexts.ts";
import type { ModemReading } from "./read-modem.ts";

/** What is sent; `step` is what may be quoted of it. */
export interface Order {
  readonly text: string;
  readonly step: string;
}

export interface ContextChange {
  readonly cid: number;
  /** Whether it was up: then it has to be again. */
  readonly wasActive: boolean;
  readonly forward: readonly Order[];
  readonly back: readonly Order[];
}

type Cellular = NonNullable<InterfaceSettings["cellular"]>;

interface Login {
  readonly protocol: "none" | "pap" | "chap";
  readonly user: string;
  readonly password: string;
}

/** Failures: `value-refused`, `unusable-value`, `command-failed` for a modem that lacks the command. */
export function composeChange(
  name: string,
  changes: readonly Change[],
  { reading, authentication, authenticates }: ModemReading,
): Result<ContextChange> {
  const cellular = reading.interfaces.find((one) => one.name === name)?.cellular;
  const cid = cellular?.context;
  if (cellular == null || cid == null)
    return fail(makeFailure("unknown-interface", { interface: name, known: "cellular" }));
  const wasActive = cellular.active === true;
  const to = new Map(changes.map((change) => [change.field, change.to]));
  const context = composeContext(cellular, to);
  if (!context.ok) return context;
  if (!["auth", "user", "password"].some((field) => to.has(field)))
    return succeed({ cid, wasActive, ...context.value });
  if (authenticates === null) return fail(makeFailure("command-failed", { step: "AT+CGAUTH", reason: "ERROR" }));
  const old = authentication.find((one) => one.cid === cid);
  const known = old?.protocol ?? "none";
  if (known !== "none" && (old?.password ?? null) === null) {
    return fail(refuseModemValue(`${name}.auth`, String(to.get("auth") ?? known), "old-password-unknown"));
  }
  const before: Login = { protocol: known, user: old?.user ?? "", password: old?.password ?? "" };
  const after: Login = {
    protocol: to.has("auth") ? ((to.get("auth") ?? "none") as Login["protocol"]) : known,
    user: to.has("user") ? (to.get("user") ?? "") : before.user,
    password: to.get("password") ?? before.password,
  };
  const forward = printLogin(cid, after, authenticates);
  const back = printLogin(cid, before, authenticates);
  if (!forward.ok) return forward;
  if (!back.ok) return back;
  return succeed({
    cid,
    wasActive,
    forward: [...context.value.forward, forward.value],
    back: [...context.value.back, back.value],
  });
}

function composeContext(
  cellular: Cellular,
  to: ReadonlyMap<string, string | null>,
): Result<Pick<ContextChange, "forward" | "back">> {
  if (!to.has("apn") && !to.has("pdpType")) return succeed({ forward: [], back: [] });
  const cid = cellular.context ?? 1;
  const old = { type: cellular.pdpType, apn: cellular.apn ?? "" };
  const type = (to.get("pdpType") ?? old.type ?? "ipv4") as PdpType;
  const forward = printContext(cid, type, to.has("apn") ? (to.get("apn") ?? "") : old.apn);
  if (!forward.ok) return forward;
  // A context without a type was not set: the number alone takes it out (3GPP TS 27.007 10.1.1).
  const none: Order = { text: `AT+CGDCONT=${cid}`, step: `AT+CGDCONT=${cid}` };
  const back = old.type === null ? succeed(none) : printContext(cid, old.type, old.apn);
  return back.ok ? succeed({ forward: [forward.value], back: [back.value] }) : back;
}

function printContext(cid: number, type: PdpType, apn: string): Result<Order> {
  const number = encodeContext(cid);
  if (!number.ok) return number;
  const name = encodeString("apn", apn);
  if (!name.ok) return name;
  const text = `AT+CGDCONT=${number.value},"${printPdpType(type)}",${name.value}`;
  return succeed({ text, step: text });
}

/** 3GPP TS 27.007 10.1.31 has the user first; some modems refuse more than the protocol where there is none. */
function printLogin(cid: number, login: Login, order: "standard" | "swapped"): Result<Order> {
  const step = `AT+CGAUTH=${cid}`;
  if (login.protocol === "none") return succeed({ text: `AT+CGAUTH=${cid},0`, step });
  const user = encodeString("user", login.user);
  if (!user.ok) return user;
  const password = encodeString("password", login.password);
  if (!password.ok) return password;
  const words = order === "swapped" ? [password.value, user.value] : [user.value, password.value];
  return succeed({ text: `AT+CGAUTH=${cid},${login.protocol === "pap" ? 1 : 2},${words.join(",")}`, step });
}
