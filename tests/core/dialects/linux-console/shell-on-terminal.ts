// A real interactive shell on a real pseudo-terminal, and a line to it that can be made to spoil bytes.
//
//   BytePort --spoil(to terminal)--> socat, pty: sh -i --spoil(to PC)--> BytePort
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BytePort } from "../../../../electron/core/bytes/byte-port.ts";
import { PortEars } from "../../../../electron/core/bytes/port-ears.ts";
import { FailureError, makeFailure } from "../../../../electron/core/failures/failure.ts";
import { type OwnedProcess, startProcess } from "../../../peers/owned-process.ts";

export const shellPaths = { dash: "/bin/dash", bash: "/bin/bash", busybox: "/bin/busybox" } as const;

export type ShellName = keyof typeof shellPaths;

/** What becomes of one byte; bytes and pieces are counted from the moment that the spoiler was set. */
export type Spoil = (byte: number, at: number, piece: number) => readonly number[];

export interface ShellOnTerminal {
  readonly port: BytePort;
  /** A folder of this test's own on the terminal. */
  readonly folder: string;
  readonly spoilSent: (spoil: Spoil | null) => void;
  readonly spoilHeard: (spoil: Spoil | null) => void;
  readonly end: () => Promise<void>;
}

/** With `tools`, the terminal has no others. */
export function startShell(name: ShellName, tools: readonly string[] | null = null): ShellOnTerminal {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-shell-"));
  // The name `sh` decides which shell ours is: it is started by that name.
  symlinkSync(shellPaths[name], join(folder, "sh"));
  for (const tool of tools ?? []) symlinkSync(join("/usr/bin", tool), join(folder, tool));
  const path = tools === null ? `${folder}:/usr/sbin:/usr/bin:/sbin:/bin` : folder;
  const environment = [`PATH=${path}`, "PS1=# ", `HOME=${folder}`, `FOLDER=${folder}`];
  const socat = startProcess("env", [
    "-i",
    ...environment,
    "/usr/bin/socat",
    "STDIO",
    "EXEC:sh -i,pty,setsid,ctty,stderr",
  ]);
  const heard = new Spoiler();
  const sent = new Spoiler();
  return {
    port: createPort(socat, { heard, sent }),
    folder,
    spoilSent: (spoil) => sent.set(spoil),
    spoilHeard: (spoil) => heard.set(spoil),
    async end() {
      await socat.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

class Spoiler {
  #spoil: Spoil | null = null;
  #at = 0;
  #piece = 0;

  set(spoil: Spoil | null): void {
    this.#spoil = spoil;
    this.#at = 0;
    this.#piece = 0;
  }

  pass(bytes: Uint8Array): Uint8Array {
    const spoil = this.#spoil;
    if (!spoil) return bytes;
    const piece = this.#piece++;
    return Uint8Array.from([...bytes].flatMap((byte) => [...spoil(byte, this.#at++, piece)]));
  }
}

function createPort(socat: OwnedProcess, line: { readonly heard: Spoiler; readonly sent: Spoiler }): BytePort {
  const ears = new PortEars();
  const lost = makeFailure("port-lost", { port: "shell" });
  socat.stdout.on("data", (chunk: Buffer) => ears.hear(line.heard.pass(chunk)));
  void socat.ended.then(() => ears.close(lost));
  return {
    name: "shell",
    closed: ears.closed,
    onBytes: (listener) => ears.onBytes(listener),
    async write(bytes) {
      if (ears.isClosed) throw new FailureError(lost);
      const passed = line.sent.pass(bytes);
      await new Promise<void>((resolve) => socat.stdin.write(passed, () => resolve()));
    },
    close() {
      ears.close(null);
      return Promise.resolve();
    },
  };
}
