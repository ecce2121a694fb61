// A terminal that faults happen to: what they do to it, and how its settings are told apart.
import type { Login } from "../terminal-client.ts";

export interface Carrier {
  readonly name: string;
  /** What is pushed. */
  readonly change: readonly string[];
  /** What `look` says of the settings before and after the change. */
  readonly old: string;
  readonly changed: string;
  readonly login: Login;
  /** Where its console is now; another one after a power cut, where that is a new machine. */
  port(): number;
  /** Runs a command on the terminal, beside the console. */
  witness(command: string): Promise<string>;
  /** What runs and what is kept, asked beside the console. */
  look(): Promise<string>;
  /** It is told to restart; everything in memory is gone, and it comes up again. */
  restart(): Promise<void>;
  /** The same without a word to anybody. */
  cutPower(): Promise<void>;
  readonly ailments: Ailments;
  /** Mends it and brings the old settings back for the next test. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Shell lines that bring a lasting fault about; `mend` ends them all. */
export interface Ailments {
  /** Where the settings are kept, nothing more can be written. */
  readonly diskFull: string;
  /** The same in /run. */
  readonly memoryFull: string;
  /** Whatever is told to change the network says that it has, and has not. */
  readonly lying: string;
  /** Nothing can be changed any more, least of all back. */
  readonly stuck: string;
  readonly mend: string;
}

/** What a push must not leave where files are kept. */
export const listLeft =
  "ls -d /etc/.counterpart* /etc/*.counterpart /etc/network/*.counterpart /etc/systemd/network/*.counterpart /etc/NetworkManager/system-connections/*.counterpart 2>/dev/null";
