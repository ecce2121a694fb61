// What the doctor knows before it says anything: gathered by the files in gather/, one for each system, without opening a
// port and without the rights of an administrator.
import type { ListedPort } from "../list-ports.ts";

export interface DoctorFacts {
  readonly platform: "linux" | "windows" | "macos" | "other";
  readonly asked: Question;
  /** Null: the system gave no list. */
  readonly ports: readonly ListedPort[] | null;
  /** Null where the system does not tell. */
  readonly devices: readonly UsbDevice[] | null;
  /** Of the port that was asked about; null where there is nothing to tell. */
  readonly permission: Permission | null;
  readonly holders: readonly Holder[];
  /** Programs that run and are known to take ports which nobody gave them. */
  readonly grabbers: readonly string[];
}

export interface Question {
  /** Null: no port was chosen yet. */
  readonly port: string | null;
  /** What connecting ended in, as the failure's code. */
  readonly failure: string | null;
  /** Devices of an earlier look: what is new since then was plugged in. */
  readonly seen: readonly string[] | null;
}

/** A device on USB besides hubs. */
export interface UsbDevice {
  /** Tells it from others as long as it stays plugged in. */
  readonly key: string;
  readonly name: string | null;
  readonly vendorId: string | null;
  readonly productId: string | null;
  /** Whether it should have a serial port: a known chip, or a class of USB that says so. */
  readonly isSerial: boolean;
  /** Windows: the problem code of the Device Manager; 0 or null: none. */
  readonly problem: number | null;
  /** Ports that it has, as their paths. */
  readonly ports: readonly string[];
}

export interface Permission {
  readonly may: boolean;
  /** Who may besides root; null where the group has no name. */
  readonly group: string | null;
  readonly user: string;
  /** The user is listed in the group, but signed in before that. */
  readonly isPending: boolean;
}

export interface Holder {
  readonly pid: number;
  readonly name: string;
  /** It still holds a device that was pulled. */
  readonly isStale: boolean;
}
