// Everything that can happen to a push, each as something that is done at a byte of its dialogue, at a stage of it, or
// before it begins.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { waitForAnswer } from "../managers/managed-terminal.ts";
import type { LineFault } from "../line-faults.ts";
import type { Direction, PacedLine } from "../paced-line.ts";
import type { Carrier } from "./carrier.ts";

/** Bytes to the terminal: before the push, and in it. */
export interface Dialogue {
  readonly before: number;
  readonly push: number;
  /** Bytes from the terminal, in the push. */
  readonly back: number;
}

export interface Scene {
  readonly carrier: Carrier;
  readonly line: PacedLine;
  /** The folder of this PC's records. */
  readonly records: string;
  readonly dialogue: Dialogue;
  readonly random: () => number;
  /** The process that pushes, when it is one of its own. */
  process: number | null;
  /** What is under way on the terminal; waited for when the push has ended. */
  readonly after: Promise<unknown>[];
}

export interface FaultKind {
  readonly name: string;
  /** How many seeded positions are tried. */
  readonly times: number;
  /** What the history may say in the end. Default: confirmed, rolled back or refused. */
  readonly ends?: readonly string[];
  /** What the push may say itself. */
  readonly firsts?: readonly string[];
  /** Whether a process of its own pushes. */
  readonly by?: "process";
  readonly onSmallDisk?: boolean;
  readonly before?: (scene: Scene) => Promise<unknown>;
  /** `ahead`: bytes to the terminal before the push begins. */
  readonly during?: (scene: Scene, ahead: number) => void;
  readonly onStage?: (scene: Scene, stage: string) => void;
  /** What is to be seen before all is mended again. */
  readonly afterwards?: (scene: Scene) => Promise<string>;
}

/** Does something at a seeded byte on the way to the terminal. */
function at({ line, dialogue, random }: Scene, ahead: number, act: () => void): void {
  line.injectFault("toTerminal", { kind: "call", at: ahead + Math.floor(random() * dialogue.push), act });
}

function damage(make: (random: () => number) => (at: number) => LineFault): Pick<FaultKind, "during"> {
  return {
    during({ line, dialogue, random }) {
      const direction: Direction = random() < 0.5 ? "toTerminal" : "toClient";
      const length = direction === "toTerminal" ? dialogue.push : dialogue.back;
      line.injectFault(direction, make(random)(Math.floor(random() * length)));
    },
  };
}

function some(random: () => number): number {
  return 1 + Math.floor(random() * 8);
}

function signal(scene: Scene, name: NodeJS.Signals): void {
  if (scene.process !== null) process.kill(scene.process, name);
}

/** Milliseconds: past the deadline of ten seconds. */
const pastDeadline = 14_000;

function fillRecords({ records }: Scene): void {
  for (const size of [65_536, 1_024, 1]) {
    try {
      for (;;) writeFileSync(join(records, "full"), Buffer.alloc(size), { flag: "a" });
    } catch {
      // Full, at this size.
    }
  }
}

const onTheLine: readonly FaultKind[] = [
  {
    name: "the cable is pulled",
    times: 2,
    during: ({ line, dialogue, random }) =>
      line.injectFault("toTerminal", { kind: "cut", at: Math.floor(random() * dialogue.push) }),
  },
  {
    name: "bytes are lost",
    times: 2,
    ...damage((random) => (offset) => ({ kind: "lose", at: offset, length: some(random) })),
  },
  {
    name: "a bit is flipped",
    times: 2,
    ...damage((random) => (offset) => ({ kind: "flip", at: offset, bit: Math.floor(random() * 8) })),
  },
  {
    name: "bytes come twice",
    times: 2,
    ...damage((random) => (offset) => ({ kind: "repeat", at: offset, length: some(random) })),
  },
  {
    name: "bytes come late",
    times: 1,
    during: (scene, ahead) => at(scene, ahead, () => scene.line.holdUp("toTerminal", 3_000)),
  },
  {
    name: "bytes come behind the deadline",
    times: 1,
    ends: ["rolled-back"],
    onStage({ line }, stage) {
      if (stage === "verifying") line.holdUp("toTerminal", pastDeadline);
    },
  },
];

const onTheTerminal: readonly FaultKind[] = [
  {
    name: "the terminal restarts",
    times: 2,
    during: (scene, ahead) => at(scene, ahead, () => scene.after.push(scene.carrier.restart())),
  },
  {
    name: "the terminal's power is cut",
    times: 2,
    during: (scene, ahead) => at(scene, ahead, () => scene.after.push(scene.carrier.cutPower())),
  },
  {
    name: "the terminal's disk is full",
    times: 1,
    ends: ["refused", "rolled-back"],
    before: ({ carrier }) => carrier.witness(carrier.ailments.diskFull),
  },
  {
    name: "the terminal's disk fills up",
    times: 1,
    during: (scene, ahead) =>
      at(scene, ahead, () => scene.after.push(scene.carrier.witness(scene.carrier.ailments.diskFull))),
  },
  {
    name: "the terminal's memory is full",
    times: 1,
    ends: ["refused"],
    before: ({ carrier }) => carrier.witness(carrier.ailments.memoryFull),
  },
  {
    name: "the terminal's memory fills up",
    times: 1,
    during: (scene, ahead) =>
      at(scene, ahead, () => scene.after.push(scene.carrier.witness(scene.carrier.ailments.memoryFull))),
  },
  {
    name: "the terminal says OK and does nothing",
    times: 1,
    ends: ["refused", "rolled-back"],
    before: ({ carrier }) => carrier.witness(carrier.ailments.lying),
  },
  {
    name: "taking back fails",
    times: 1,
    firsts: ["unknown, failed"],
    ends: ["rolled-back"],
    onStage(scene, stage) {
      if (stage !== "verifying") return;
      const { carrier, line, after } = scene;
      // What was just sent is on its way: the line is cut first, so that nothing is confirmed meanwhile.
      line.disconnect();
      after.push(carrier.witness(carrier.ailments.stuck));
    },
    async afterwards({ carrier }) {
      const look = `for n in restored failed; do [ ! -e /run/counterpart/$n ] || echo $n; done`;
      return `, ${await waitForAnswer(() => carrier.witness(look), "failed", 60)}`;
    },
  },
];

const onThePc: readonly FaultKind[] = [
  {
    name: "the app is killed",
    times: 2,
    by: "process",
    during: (scene, ahead) => at(scene, ahead, () => signal(scene, "SIGKILL")),
  },
  {
    name: "the PC sleeps until the deadline is over",
    times: 1,
    by: "process",
    during: (scene, ahead) =>
      at(scene, ahead, () => {
        signal(scene, "SIGSTOP");
        scene.after.push(delay(pastDeadline).then(() => signal(scene, "SIGCONT")));
      }),
  },
  {
    name: "the PC's disk is full",
    times: 1,
    onSmallDisk: true,
    ends: ["nothing begun", "refused", "rolled-back"],
    before(scene) {
      fillRecords(scene);
      return Promise.resolve();
    },
    afterwards: emptyRecords,
  },
  {
    name: "the PC's disk fills up",
    times: 2,
    onSmallDisk: true,
    during: (scene, ahead) => at(scene, ahead, () => fillRecords(scene)),
    afterwards: emptyRecords,
  },
];

function emptyRecords({ records }: Scene): Promise<string> {
  rmSync(join(records, "full"), { force: true });
  return Promise.resolve("");
}

export const faultKinds = [...onTheLine, ...onTheTerminal, ...onThePc];
