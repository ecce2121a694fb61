// Who may speak to the WebSocket host: tokens that work once, the keys that they were traded for, and the pages connected now.
import { timingSafeEqual } from "node:crypto";
import { type Admit, closeCodes } from "../contract/admission.ts";

export interface AdmissionOptions {
  readonly mostClients: number;
  /** Text that nobody can guess: 32 bytes as base64url. */
  readonly makeSecret: () => string;
}

/** Ends one page's connection with a close code. */
type Dismiss = (code: number) => void;

export interface Admitted {
  readonly key: string;
  readonly leave: () => void;
}

export interface Refused {
  readonly code: number;
}

export class Admissions {
  readonly #options: AdmissionOptions;
  readonly #tokens = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #present = new Map<string, Dismiss>();

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  get present(): number {
    return this.#present.size;
  }

  /** Tokens that nobody has used yet. */
  get unused(): number {
    return this.#tokens.size;
  }

  /** A new token, for one more page. */
  issueToken(): string {
    const token = this.#options.makeSecret();
    this.#tokens.add(token);
    return token;
  }

  admit(proof: Admit, dismiss: Dismiss): Admitted | Refused {
    const key = "key" in proof ? find(this.#keys, proof.key) : null;
    const token = "token" in proof ? find(this.#tokens, proof.token) : null;
    if (key === null && token === null) return { code: closeCodes.notAdmitted };
    const earlier = key === null ? undefined : this.#present.get(key);
    if (!earlier && this.#present.size >= this.#options.mostClients) return { code: closeCodes.occupied };
    // A reload can arrive before the old page's connection has ended.
    earlier?.(closeCodes.replaced);
    const mine = key ?? this.#trade(token ?? "");
    this.#present.set(mine, dismiss);
    const leave = (): void => {
      // The same page may be back on another socket already.
      if (this.#present.get(mine) === dismiss) this.#present.delete(mine);
    };
    return { key: mine, leave };
  }

  #trade(token: string): string {
    this.#tokens.delete(token);
    const key = this.#options.makeSecret();
    this.#keys.add(key);
    return key;
  }
}

/** The member that equals `offered`, compared in a time that tells nothing about how much of it was right. */
function find(members: ReadonlySet<string>, offered: string): string | null {
  const bytes = Buffer.from(offered);
  let found: string | null = null;
  for (const member of members) {
    const own = Buffer.from(member);
    if (own.length === bytes.length && timingSafeEqual(own, bytes)) found = member;
  }
  return found;
}
