// What a simulated modem is doing: its card, whether it is attached, its contexts. It keeps its contexts when it restarts.
import type { ModemProfile } from "./modem-profile.ts";

export interface Context {
  readonly type: string;
  readonly apn: string;
}

export interface Login {
  /** 0 none, 1 PAP, 2 CHAP. */
  readonly protocol: number;
  readonly user: string;
  readonly password: string;
}

export class ModemState {
  readonly profile: ModemProfile;
  readonly contexts = new Map<number, Context>();
  readonly logins = new Map<number, Login>();
  /** Contexts that are up. */
  readonly active = new Map<number, string>();
  isAttached = false;
  isUnlocked: boolean;
  triesLeft: number;
  /** AT+CMEE, AT+CREG and its kin. */
  errors = 0;
  readonly reports = new Map<string, number>();

  constructor(profile: ModemProfile) {
    this.profile = profile;
    this.isUnlocked = profile.sim?.pin === null;
    this.triesLeft = profile.sim?.tries ?? 0;
    this.contexts.set(1, { type: "IP", apn: profile.accessPoint });
    this.start();
  }

  /** What a modem does when it is switched on. */
  start(): void {
    this.active.clear();
    this.errors = 0;
    this.reports.clear();
    this.isAttached = false;
    this.attach();
  }

  get hasCard(): boolean {
    return this.profile.sim !== null && this.isUnlocked;
  }

  get registration(): number {
    return this.hasCard ? this.profile.network.registration : 0;
  }

  get isRegistered(): boolean {
    return this.registration === 1 || this.registration === 5;
  }

  /** On LTE context 1 comes up with attaching, or the network refuses. Returns the CME error, or null. */
  attach(): number | null {
    if (this.isAttached) return null;
    if (!this.hasCard) return this.profile.sim === null ? 10 : 11;
    if (!this.isRegistered) return 30;
    if (this.profile.network.technology === 7) {
      const refused = this.activate(1, true);
      if (refused !== null) return refused;
    }
    this.isAttached = true;
    return null;
  }

  detach(): void {
    this.isAttached = false;
    this.active.clear();
  }

  activate(cid: number, isAttaching = false): number | null {
    if (!this.isAttached && !isAttaching) return 148;
    const context = this.contexts.get(cid);
    if (!context) return 50;
    const granted = this.#grant(context.apn);
    if (granted === null) return 133;
    const wanted = this.profile.network.logins[granted];
    const login = this.logins.get(cid);
    if (wanted && (login?.user !== wanted.user || login.password !== wanted.password)) return 149;
    this.active.set(cid, granted);
    return null;
  }

  /** The CME error, or null. */
  enterPin(pin: string): number | null {
    const { sim } = this.profile;
    if (sim === null) return 10;
    if (this.isUnlocked) return 3;
    if (this.triesLeft === 0) return 12;
    this.triesLeft = pin === sim.pin ? sim.tries : this.triesLeft - 1;
    if (pin !== sim.pin) return this.triesLeft === 0 ? 12 : 16;
    this.isUnlocked = true;
    this.attach();
    return null;
  }

  #grant(apn: string): string | null {
    const { accessPoints, defaultAccessPoint } = this.profile.network;
    if (apn === "") return defaultAccessPoint;
    return accessPoints.find((one) => one === apn.toLowerCase()) ?? null;
  }
}
