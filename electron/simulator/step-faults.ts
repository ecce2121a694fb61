// Faults at named steps: what goes wrong when the terminal runs a command or writes a file.
// A step is `ip route add default via 192.168.1.1`, as typed after expansion, or `write /etc/network/interfaces`.

export interface StepFault {
  /** Matches a step that begins with this text. */
  readonly step: string;
  /** Which time it happens, from 1; every time when left out. */
  readonly occurrence?: number;
  readonly effect: /** Says it worked and does nothing. */
    | { readonly kind: "lie" }
    | { readonly kind: "fail"; readonly message: string; readonly status: number }
    /** The step is refused for want of room; for a file, every later write too. */
    | { readonly kind: "disk-full" }
    /** The machine restarts before the step is done. */
    | { readonly kind: "reboot" }
    /** The cable is out before the step is done; the terminal goes on. */
    | { readonly kind: "cut" }
    /** The kernel says something on the console first. */
    | { readonly kind: "kernel-message"; readonly text: string };
}

export type StepEffect = StepFault["effect"];
export type StepEvent = "reboot" | "cut" | { readonly message: string };

export class StepFaults {
  /** What reboot, cut and kernel messages do; set by the terminal. */
  onEvent: (event: StepEvent) => void = () => undefined;
  /** Off while the terminal starts, so that only what the person causes is counted. */
  armed = false;
  /** Set once the disk is full. */
  diskFull = false;
  readonly #faults: readonly StepFault[];
  readonly #seen = new Map<StepFault, number>();

  constructor(faults: readonly StepFault[]) {
    this.#faults = faults;
  }

  /** The commands that some fault waits for: only those need watching. */
  get watchedCommands(): ReadonlySet<string> {
    return new Set(this.#faults.map((fault) => fault.step.split(" ", 1)[0] ?? ""));
  }

  /** Called before a step; the effect that the step itself has to carry out, or null. */
  take(step: string): StepEffect | null {
    if (!this.armed || this.#faults.length === 0) return null;
    let effect: StepEffect | null = null;
    for (const fault of this.#faults) {
      if (!step.startsWith(fault.step)) continue;
      const time = (this.#seen.get(fault) ?? 0) + 1;
      this.#seen.set(fault, time);
      if (fault.occurrence === undefined || fault.occurrence === time) effect ??= this.#begin(fault.effect);
    }
    return effect;
  }

  #begin(effect: StepEffect): StepEffect | null {
    if (effect.kind === "kernel-message") {
      this.onEvent({ message: effect.text });
      return null;
    }
    if (effect.kind === "reboot" || effect.kind === "cut") this.onEvent(effect.kind);
    if (effect.kind === "disk-full") this.diskFull = true;
    return effect;
  }
}
