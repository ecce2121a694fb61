// What is typed into a field -> what goes into the draft, and what is to be said of it:
//
//   １９２。１６８。１。２３/24  --core's forgiving reader-->  192.168.1.23, 24  + remarks
//
// What cannot be read, or has to be confirmed first, goes into the draft as typed: the rules judge it, and it cannot be
// written.
import type { Localized } from "../../../electron/core/failures/localized.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import {
  type InputNote,
  type InputRefusal,
  readTypedAddress,
  readTypedAddressAlone,
  readTypedMask,
} from "../../../electron/core/settings/typed-value.ts";

export interface FieldValue {
  readonly text: string;
  /** The network size that was typed behind the address, or null. */
  readonly prefix: string | null;
}

export interface FieldReading {
  readonly value: FieldValue;
  /** What was read differently from how it was typed. */
  readonly remarks: readonly Localized[];
  /** Why it cannot be read. */
  readonly refusal: Localized | null;
  /** What was probably meant: it counts once a person says so. */
  readonly question: FieldValue | null;
}

export function readAddressField(typed: string, takesPrefix: boolean): FieldReading {
  if (takesPrefix) {
    const read = readTypedAddress(typed);
    if (!read.ok) return refuse(typed, read.failure);
    const { address, prefixLength } = read.value.value;
    const prefix = prefixLength === null ? null : String(prefixLength);
    return take(typed, { text: printIpv4(address), prefix }, read.value.notes);
  }
  const read = readTypedAddressAlone(typed);
  return read.ok
    ? take(typed, { text: printIpv4(read.value.value), prefix: null }, read.value.notes)
    : refuse(typed, read.failure);
}

/** `field` is the side of the control that it was typed into. */
export function readSizeField(typed: string, field: "mask" | "prefix"): FieldReading {
  const read = readTypedMask(typed, field);
  return read.ok
    ? take(typed, { text: String(read.value.value), prefix: null }, read.value.notes)
    : refuse(typed, read.failure);
}

/** Of a value that nobody types just now only the open question is worth repeating. */
export function askAgain(reading: FieldReading): FieldReading | null {
  return reading.question === null ? null : reading;
}

function take(typed: string, value: FieldValue, notes: readonly InputNote[]): FieldReading {
  const remarks = notes.map(({ message }) => message);
  return notes.some(({ mustConfirm }) => mustConfirm)
    ? { value: keep(typed), remarks, refusal: null, question: value }
    : { value, remarks, refusal: null, question: null };
}

function refuse(typed: string, { reason, message }: InputRefusal): FieldReading {
  return { value: keep(typed), remarks: [], refusal: reason === "empty" ? null : message, question: null };
}

function keep(typed: string): FieldValue {
  return { text: typed.trim(), prefix: null };
}
