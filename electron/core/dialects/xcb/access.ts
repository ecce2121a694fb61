// Logs and files of a bridge, as every family gives them.
import { textToBinary } from "../../bytes/binary-text.ts";
import type { Clock } from "../../bytes/surroundings.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, succeed } from "../../failures/result.ts";
import type { Terms } from "../bell.ts";
import type { Task } from "../task.ts";
import type { FileAccess } from "../file-access.ts";
import type { LogAccess } from "../log-pull.ts";
import type { Bridge } from "./bridge.ts";

/** Milliseconds of silence. A message of 4096 bytes takes 4.3 s at 9600 baud; an installation may take longer to answer. */
const silence = 8000;
export const installSilence = 60_000;
const mostLines = 20_000;

export function makeTerms(step: string, { signal }: Task): Terms {
  return { step, within: silence, signal };
}

export function giveLogs(bridge: Bridge): LogAccess {
  const logcat = { name: "logcat", purpose: "system", isFile: false, size: null } as const;
  return {
    async listSources(files, task) {
      const sources = [];
      for (const file of files) {
        const entry = await bridge.stat(file, makeTerms("log sources", task));
        if (!entry.ok) return entry;
        const purpose = "application" as const;
        if (entry.value !== null) sources.push({ name: file, purpose, isFile: true, size: entry.value.size });
      }
      return succeed([logcat, ...sources]);
    },
    async pull({ source, since, onBlock, onProgress }, task) {
      onProgress({ done: 0, total: source.size });
      if (!source.isFile) {
        const read = await bridge.readLog(mostLines, makeTerms("logcat", task));
        if (!read.ok) return read;
        const bytes = textToBinary(read.value.map((line) => `${line}\n`).join(""));
        if (bytes !== "") onBlock({ bytes, from: 0 });
        onProgress({ done: bytes.length, total: bytes.length });
        return succeed({ note: read.value.length < mostLines ? "whole" : "cut", packed: false, cursor: null });
      }
      // The bridge gives whole files only: what was there before is left out here.
      const pulled = await bridge.pull(source.name, makeTerms("pull", task), onProgress);
      if (!pulled.ok) return pulled;
      const place = since.kind === "file" ? since.place : { offset: 0, seam: null };
      const isSame = place.seam === null || pulled.value.startsWith(place.seam.line, place.seam.from);
      const from = isSame && pulled.value.length >= place.offset ? place.offset : 0;
      const bytes = pulled.value.slice(from);
      if (bytes !== "") onBlock({ bytes, from });
      return succeed({ note: from === place.offset ? "whole" : "rotated", packed: false, cursor: null });
    },
  };
}

export function giveFiles(bridge: Bridge, clock: Clock): FileAccess {
  const modified = (): number => Math.floor(clock.wallTime() / 1000);
  return {
    list: (path, task) => bridge.list(path, makeTerms("list", task)),
    pull: (path, onProgress, task) => bridge.pull(path, makeTerms("pull", task), onProgress),
    push: (file, onProgress, task) =>
      bridge.push({ ...file, modified: modified() }, makeTerms("push", task), onProgress),
    async install(data, onProgress, task) {
      if (!/^[A-Za-z0-9_.-]{1,64}$/.test(data.application)) {
        return fail(
          makeFailure("value-refused", { field: "application", character: JSON.stringify(data.application) }),
        );
      }
      if (!/^[^/\\]{1,200}$/.test(data.name) || data.name === "..") {
        return fail(makeFailure("value-refused", { field: "name", character: JSON.stringify(data.name) }));
      }
      const terms = { ...makeTerms("install", task), within: installSilence };
      return bridge.installData({ ...data, modified: modified() }, terms, onProgress);
    },
  };
}
