// What will be asked for on the phone, as far as it is known.
import type { Known } from "./guide.ts";

export interface NumberToHave {
  readonly name: "terminal" | "serial" | "model" | "code" | "address" | "apn" | "operator";
  readonly value: string;
}

export function listNumbers({ settings, codes }: Known, terminalId: string): readonly NumberToHave[] {
  const who = settings?.terminal;
  const address = settings?.interfaces.find(({ ipv4 }) => ipv4?.address != null && ipv4.gateway != null)?.ipv4?.address;
  const cellular = settings?.interfaces.find((one) => one.cellular != null)?.cellular;
  const all: readonly (readonly [NumberToHave["name"], string | null | undefined])[] = [
    ["terminal", terminalId.trim()],
    ["serial", who?.serialNumber],
    ["model", [who?.vendor, who?.model].filter(Boolean).join(" ")],
    ["code", codes?.map(({ code }) => code).join(" ")],
    ["address", address],
    ["apn", cellular?.apn],
    ["operator", cellular?.operator],
  ];
  return all.flatMap(([name, value]) => (value == null || value === "" ? [] : [{ name, value }]));
}
