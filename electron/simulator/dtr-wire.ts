// The wire DTR of a simulated line: some terminals restart when it rises, as many boards with a reset on it do.
import type { LineControl } from "../core/bytes/byte-port.ts";

/** The ends of it: `set` says whether it rose. Nobody at the line lets it fall. */
export class DtrWire {
  #isOn = false;

  set(isOn: boolean): boolean {
    const rises = isOn && !this.#isOn;
    this.#isOn = isOn;
    return rises;
  }
}

/** What a port can do with the wires of such a line. */
export function controlDtr(wire: DtrWire, onRise: () => void): LineControl {
  return {
    setLine: (line, isOn) => {
      if (line === "dtr" && wire.set(isOn)) onRise();
      return Promise.resolve(line === "dtr");
    },
    readLines: () => Promise.resolve({ cts: null, dsr: null, ri: null, dcd: null }),
    sendBreak: () => Promise.resolve(false),
  };
}
