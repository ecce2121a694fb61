// `installer:` on the terminal: files, and the installation of application data.
import { printWord, readWord } from "../../core/frames/adb-message.ts";
import type { StepEffect, StepFaults } from "../step-faults.ts";
import type { DeviceStream } from "./device-link.ts";
import { folderMode, type Unit } from "./unit.ts";

const recordSize = 64 * 1024;

export async function serveFiles(unit: Unit, steps: StepFaults, stream: DeviceStream): Promise<void> {
  const service = new FileService(unit, steps, stream);
  while (await service.answerOne()) {
    // One request after another, until the host quits or goes.
  }
}

class FileService {
  readonly #unit: Unit;
  readonly #steps: StepFaults;
  readonly #stream: DeviceStream;
  #text = "";

  constructor(unit: Unit, steps: StepFaults, stream: DeviceStream) {
    this.#unit = unit;
    this.#steps = steps;
    this.#stream = stream;
  }

  /** False when the conversation is over. */
  async answerOne(): Promise<boolean> {
    const head = await this.#take(8);
    if (head === null) return false;
    const id = head.slice(0, 4);
    const text = id === "QUIT" ? "" : await this.#take(Math.min(readWord(head, 4), 4096));
    if (text === null) return false;
    switch (id) {
      case "STAT":
        return this.#stat(text);
      case "LIST":
        return this.#list(text);
      case "RECV":
        return this.#receive(text);
      case "SEND":
        return this.#send(text);
      case "CMD ":
        return this.#command(text.split("\0"));
      case "QUIT":
        return false;
      default:
        await this.#refuse(`unknown request ${id}`);
        return false;
    }
  }

  #stat(path: string): Promise<boolean> {
    const file = this.#unit.files.get(path);
    const isFolder = this.#unit.listFolder(path) !== null;
    const mode = file?.mode ?? (isFolder ? folderMode : 0);
    const words = [mode, file?.content.length ?? 0, file?.modified ?? 0];
    return this.#stream.write(`STAT${words.map(printWord).join("")}`);
  }

  #list(path: string): Promise<boolean> {
    const entries = [...(this.#unit.listFolder(path) ?? [])].map(([name, { mode, modified, content }]) => {
      const words = [mode, content.length, modified, name.length];
      return `DENT${words.map(printWord).join("")}${name}`;
    });
    return this.#stream.write(`${entries.join("")}DONE${printWord(0).repeat(4)}`);
  }

  async #receive(path: string): Promise<boolean> {
    const effect = this.#steps.take(`read ${path}`);
    const file = this.#unit.files.get(path);
    if (!file || isRefusal(effect))
      return this.#refuse(isRefusal(effect) ? effect.message : "No such file or directory");
    const records: string[] = [];
    for (let at = 0; at < file.content.length; at += recordSize) {
      const piece = file.content.slice(at, at + recordSize);
      records.push(`DATA${printWord(piece.length)}${piece}`);
    }
    return this.#stream.write(`${records.join("")}DONE${printWord(0)}`);
  }

  async #send(request: string): Promise<boolean> {
    const comma = request.lastIndexOf(",");
    const path = request.slice(0, comma);
    const effect = this.#steps.take(`write ${path}`);
    const parts: string[] = [];
    for (;;) {
      const head = await this.#take(8);
      if (head === null) return false;
      if (head.startsWith("DONE")) break;
      const size = readWord(head, 4);
      const data = head.startsWith("DATA") && size <= recordSize ? await this.#take(size) : null;
      if (data === null) return false;
      parts.push(data);
    }
    if (effect?.kind === "disk-full") return this.#refuse("No space left on device");
    if (isRefusal(effect)) return this.#refuse(effect.message);
    const mode = Number.parseInt(request.slice(comma + 1), 10);
    if (effect?.kind !== "lie") this.#unit.writeFile(path, parts.join(""), Number.isNaN(mode) ? undefined : mode);
    return this.#stream.write(`OKAY${printWord(0)}`);
  }

  /** Only data of an application is installed; packages, firmware and keys are refused as a locked unit refuses them. */
  async #command([verb = "", application = "", path = ""]: readonly string[]): Promise<boolean> {
    const effect = this.#steps.take(`install ${verb} ${application}`);
    if (isRefusal(effect)) return this.#refuse(effect.message);
    if (verb !== "appdata") return this.#refuse(`${verb}: not permitted`);
    const folder = this.#unit.profile.applications[application];
    const file = this.#unit.files.get(path);
    if (folder === undefined) return this.#refuse(`no application ${application}`);
    if (!file) return this.#refuse(`no file ${path}`);
    if (effect?.kind !== "lie") {
      this.#unit.writeFile(`${folder}/${path.slice(path.lastIndexOf("/") + 1)}`, file.content);
      this.#unit.files.delete(path);
    }
    return this.#stream.write(`OKAY${printWord(0)}`);
  }

  /** The vendor's client prints the text up to a NUL. */
  #refuse(reason: string): Promise<boolean> {
    return this.#stream.write(`FAIL${printWord(reason.length + 1)}${reason}\0`);
  }

  async #take(length: number): Promise<string | null> {
    while (this.#text.length < length) {
      const piece = await this.#stream.read();
      if (piece === null) return null;
      this.#text += piece;
    }
    const taken = this.#text.slice(0, length);
    this.#text = this.#text.slice(length);
    return taken;
  }
}

function isRefusal(effect: StepEffect | null): effect is Extract<StepEffect, { kind: "fail" }> {
  return effect?.kind === "fail";
}
