import type { ListedPort } from "../../../electron/contract/commands.ts";

export const usualBaudRate = 115200;

export const baudRates = [9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600] as const;

/** What a listed port is tried at first: demo terminals have the usual rate, whatever a person prefers. */
export function chooseRate({ kind }: Pick<ListedPort, "kind">, preferred: number): number {
  return kind === "demo" ? usualBaudRate : preferred;
}
