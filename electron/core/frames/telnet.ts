// Telnet (RFC 854, 855) as device servers speak it around a serial line's bytes:
//
//   data ...  FF FF = one FF   |   FF FB..FE OPTION = negotiation   |   FF FA OPTION ... FF F0 = subnegotiation
//
// Bytes in, any chunking; runs of data, negotiations and subnegotiations out. Other commands (FF F1..F9) say nothing here.
import type { FrameFault, Framer } from "./framer.ts";

export type TelnetFrame =
  /** One character per byte. */
  | { readonly kind: "data"; readonly binary: string }
  | { readonly kind: "negotiation"; readonly verb: TelnetVerb; readonly option: number }
  | { readonly kind: "subnegotiation"; readonly option: number; readonly binary: string };

export type TelnetVerb = "will" | "wont" | "do" | "dont";

const iac = 0xff;
const subnegotiationEnd = 0xf0;
const subnegotiationBegin = 0xfa;
const verbs: readonly TelnetVerb[] = ["will", "wont", "do", "dont"];
const firstVerb = 0xfb;
/** Bytes; a serial option's longest answer is a signature of some dozen characters. */
const longestSubnegotiation = 1024;

type State = "data" | "command" | "option" | "sub" | "sub-command";

export class TelnetFramer implements Framer<TelnetFrame> {
  #state: State = "data";
  #verb: TelnetVerb = "will";
  #data = "";
  #sub = "";
  #overflowed = false;
  #out: (TelnetFrame | FrameFault)[] = [];

  push(binary: string): readonly (TelnetFrame | FrameFault)[] {
    this.#out = [];
    for (let index = 0; index < binary.length; index++) this.#take(binary.charCodeAt(index));
    this.#flushData();
    return this.#out;
  }

  #take(byte: number): void {
    switch (this.#state) {
      case "data":
        if (byte === iac) this.#state = "command";
        else this.#data += String.fromCharCode(byte);
        return;
      case "command":
        this.#takeCommand(byte);
        return;
      case "option":
        this.#flushData();
        this.#out.push({ kind: "negotiation", verb: this.#verb, option: byte });
        this.#state = "data";
        return;
      case "sub":
        if (byte === iac) this.#state = "sub-command";
        else this.#grow(byte);
        return;
      case "sub-command":
        this.#takeSubCommand(byte);
    }
  }

  #takeCommand(byte: number): void {
    this.#state = "data";
    const verb = verbs[byte - firstVerb];
    if (byte === iac) this.#data += "\xff";
    else if (byte === subnegotiationBegin) {
      this.#state = "sub";
      this.#sub = "";
      this.#overflowed = false;
    } else if (verb !== undefined) {
      this.#verb = verb;
      this.#state = "option";
    }
  }

  #takeSubCommand(byte: number): void {
    this.#state = "sub";
    if (byte === iac) {
      this.#grow(byte);
      return;
    }
    this.#flushData();
    this.#state = "data";
    if (byte === subnegotiationEnd && this.#sub.length > 0 && !this.#overflowed) {
      this.#out.push({ kind: "subnegotiation", option: this.#sub.charCodeAt(0), binary: this.#sub.slice(1) });
      return;
    }
    this.#out.push({ kind: "fault", reason: this.#overflowed ? "overflow" : "damaged" });
    // The end is missing: what stands here is a command of its own.
    if (byte !== subnegotiationEnd) this.#takeCommand(byte);
  }

  #grow(byte: number): void {
    if (this.#sub.length < longestSubnegotiation) this.#sub += String.fromCharCode(byte);
    else this.#overflowed = true;
  }

  #flushData(): void {
    if (this.#data.length > 0) this.#out.push({ kind: "data", binary: this.#data });
    this.#data = "";
  }
}

/** Data on its way out: every FF is doubled. */
export function escapeTelnet(binary: string): string {
  return binary.replaceAll("\xff", "\xff\xff");
}

export function printNegotiation(verb: TelnetVerb, option: number): string {
  return String.fromCharCode(iac, firstVerb + verbs.indexOf(verb), option);
}

export function printSubnegotiation(option: number, binary: string): string {
  return `\xff\xfa${String.fromCharCode(option)}${escapeTelnet(binary)}\xff\xf0`;
}
