// A log file, from where the last pull ended to where it ends now, while the terminal goes on writing it:
//
//   state    sizes, and whether the seam still stands: in the file, or in the one that it was rotated to (FILE.1)
//   batch    block, block, ..., proof      questions sent together; a block is a whole number of the file's pages,
//            packed where the terminal can. The proof is the checksum of the whole batch, made anew, and that the end
//            of the batch before still stands in front of it: no other file has taken this one's place meanwhile
//
// A batch is handed on when it is proven, and is as long as the line carries in a few seconds.
import { printChecksum } from "../../../bytes/checksum-tools.ts";
import { unfold } from "../../../bytes/unpack.ts";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { Task } from "../../task.ts";
import type { FilePlace, LogPullRequest, PulledLog } from "../../log-pull.ts";
import { encodeWord } from "../encode.ts";
import { plain, type PullTools } from "./pull-tools.ts";

const page = 4096;
/** Bytes of the file. What is long packs better; what is short is sooner sent again. */
const firstBatch = 128 * 1024;
const firstPlainBatch = 16 * 1024;
const longestBlock = 256 * 1024;
const longestPlainBlock = 32 * 1024;
const longestBatch = 2 * 1024 * 1024;
/** Milliseconds that a batch is meant to take, and the least that it may. */
const wantedTime = 6_000;
const patience = 300_000;
/** Times that another file may have taken its place before that is a failure. */
const mostChanges = 3;
const seamLength = 256;

interface Part {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** What stands in front of it. */
  readonly seam: FilePlace["seam"];
}

export async function pullFile(tools: PullTools, request: LogPullRequest, task: Task): Promise<Result<PulledLog>> {
  const file = encodeWord("file", request.source.name);
  if (!file.ok) return file;
  const old = encodeWord("file", `${request.source.name}.1`);
  if (!old.ok) return old;
  const { since } = request;
  let place: FilePlace = since.kind === "file" ? since.place : { offset: 0, seam: null };
  let isRotated = false;
  const pull = new FilePull(tools, request, task);
  for (let changes = 0; changes < mostChanges; changes++) {
    const parts = await pull.plan([file.value, old.value], place);
    if (!parts.ok) return parts;
    isRotated ||= parts.value[0]?.from !== place.offset || parts.value.length > 1;
    const outcome = await pull.fetch(parts.value);
    if (!outcome.ok) return outcome;
    if (outcome.value === null) {
      return succeed({ note: isRotated ? "rotated" : "whole", packed: tools.isPacking, cursor: null });
    }
    isRotated = true;
    place = outcome.value;
  }
  return fail(
    makeFailure("command-failed", {
      step: `log ${request.source.name}`,
      reason: "another file took its place again and again",
    }),
  );
}

class FilePull {
  readonly #tools: PullTools;
  readonly #request: LogPullRequest;
  readonly #task: Task;
  /** Bytes of the file that a batch is to hold. */
  #budget: number;
  #done = 0;

  constructor(tools: PullTools, request: LogPullRequest, task: Task) {
    this.#tools = tools;
    this.#budget = tools.isPacking ? firstBatch : firstPlainBatch;
    this.#request = request;
    this.#task = task;
  }

  /** What to fetch, so that nothing is fetched twice and nothing is left out. `files`: the file and its predecessor, quoted. */
  async plan([file, old]: readonly [string, string], place: FilePlace): Promise<Result<readonly Part[]>> {
    const script = [files, this.#askFile(file, place), this.#askFile(old, place)].join("\n");
    const output = await this.#tools.ask([script], patience, this.#task);
    if (!output.ok) return output;
    const [now, before] = (output.value[0]?.text ?? "").split("\n").map(readState);
    if (now == null)
      return fail(
        makeFailure("command-failed", { step: `log ${this.#request.source.name}`, reason: "it cannot be read" }),
      );
    const { offset: from, seam } = place;
    if (now.hasSeam && now.size >= from) return succeed([{ file, from, to: now.size, seam }]);
    const isOld = before?.hasSeam === true && seam !== null && before.size >= from;
    const rest = isOld ? [{ file: old, from, to: before.size, seam }] : [];
    return succeed([...rest, { file, from: 0, to: now.size, seam: null }]);
  }

  #askFile(file: string, { seam }: FilePlace): string {
    if (seam === null) return `echo "$(Z ${file})" y`;
    return `${this.#checkSeam(file, seam)}&&s=y||s=n;echo "$(Z ${file})" $s`;
  }

  #checkSeam(file: string, seam: FilePlace["seam"]): string {
    if (seam === null) return ":";
    return `[ "$(B ${file} ${seam.from} ${seam.line.length}|$c)" = "${this.#sum(seam.line)}" ]`;
  }

  /** Null when everything came; else the place up to which it did, behind which another file stands now. */
  async fetch(parts: readonly Part[]): Promise<Result<FilePlace | null>> {
    const total = this.#done + parts.reduce((sum, { from, to }) => sum + to - from, 0);
    const { onBlock, onProgress } = this.#request;
    onProgress({ done: this.#done, total });
    for (const { file, from, to, seam } of parts) {
      let place: FilePlace = { offset: from, seam };
      while (place.offset < to) {
        const end = Math.min(to, place.offset + this.#budget);
        const fetched = await this.#fetchBatch({ file, from: place.offset, to: end, seam: place.seam });
        if (!fetched.ok) return fetched;
        if (fetched.value === null) return succeed(place);
        onBlock({ bytes: fetched.value, from: place.offset });
        this.#done += fetched.value.length;
        onProgress({ done: this.#done, total });
        const tail = fetched.value.slice(-seamLength);
        place = { offset: end, seam: { from: end - tail.length, line: tail } };
      }
    }
    return succeed(null);
  }

  /** Null when the file is not the same any more. */
  async #fetchBatch({ file, from, to, seam }: Part): Promise<Result<string | null>> {
    const { clock } = this.#tools;
    const start = from - (from % page);
    const block = Math.min(this.#tools.isPacking ? longestBlock : longestPlainBlock, roundUp(this.#budget));
    const starts = Array.from({ length: Math.ceil((to - start) / block) }, (_, index) => start + index * block);
    const questions = starts.map((at) => {
      const count = Math.ceil(Math.min(block, to - at) / page);
      return `dd if=${file} bs=${page} skip=${at / page} count=${count} 2>/dev/null|${this.#tools.pack}`;
    });
    const asked = clock.now();
    const range = `B ${file} ${from} ${to - from}${this.#tools.isPacking ? "" : plain}|$c`;
    const proof = `${files}\n${this.#checkSeam(file, seam)}&&${range}`;
    const outputs = await this.#tools.ask([...questions, proof], patience, this.#task);
    if (!outputs.ok) return outputs;
    const sum = outputs.value.at(-1)?.body.trim();
    const bytes: string[] = [];
    for (const { body } of outputs.value.slice(0, -1)) {
      const unpacked = this.#tools.isPacking ? unfold(body) : body.slice(0, -1);
      if (unpacked === null)
        return fail(
          makeFailure("command-failed", { step: `log ${this.#request.source.name}`, reason: "it cannot be read" }),
        );
      bytes.push(unpacked);
    }
    const whole = bytes.join("").slice(from - start, to - start);
    if (whole.length < to - from || sum !== this.#sum(whole)) return succeed(null);
    this.#adapt(to - from, clock.now() - asked);
    return succeed(whole);
  }

  #adapt(bytes: number, milliseconds: number): void {
    const possible = (bytes / Math.max(1, milliseconds)) * wantedTime;
    // At most eightfold: a short batch says little about a long one.
    this.#budget = roundUp(Math.max(page, Math.min(possible, longestBatch, bytes * 8)));
  }

  #sum(binary: string): string {
    const { checksum } = this.#tools;
    return (checksum === null ? String(binary.length) : printChecksum(checksum, binary)).trim();
  }
}

/** `Z FILE`: its size. `B FILE FROM COUNT`: that many bytes of it from there on; only whole pages are skipped quickly. */
const files = [
  'Z(){ [ -f "$1" ]&&wc -c <"$1"||echo -;}',
  `B(){ dd if="$1" bs=${page} skip=$(($2/${page})) count=$((($2%${page}+$3)/${page}+1)) 2>/dev/null|tail -c +$(($2%${page}+1)) 2>/dev/null|head -c $3;}`,
].join("\n");

function roundUp(bytes: number): number {
  return Math.ceil(bytes / page) * page;
}

function readState(line: string): { readonly size: number; readonly hasSeam: boolean } | null {
  const [, size, seam] = /^ *(\d+) ([yn])$/.exec(line) ?? [];
  return size === undefined ? null : { size: Number(size), hasSeam: seam === "y" };
}
