// Progress of what is on its way from a terminal or a disk, as a line now and then: what, how much of it, and the time left.
import type { Client } from "../contract/client.ts";
import { fill, type Voice } from "./console-voice.ts";

/** Milliseconds between two lines. */
const pause = 2_000;

/** What is told of files on this PC's disk once they take a while. */
export function tellReading({ say, words }: Voice): (file: string, done: number, all: number) => void {
  let told = performance.now();
  return (source, done, all) => {
    const now = performance.now();
    if (now - told < pause) return;
    told = now;
    say(fill(words.captures.pulling, { source, done: printSize(done), total: printSize(all) }));
  };
}

/** Until the returned function is called. */
export function tellPulling(client: Client, { say, words }: Voice): () => void {
  let told = -pause;
  let last = "";
  return client.on("pulling", ({ source, done, total, secondsLeft }) => {
    const now = performance.now();
    if (source === last && now - told < pause) return;
    told = now;
    last = source;
    const values = { source, done: printSize(done), total: total === null ? "?" : printSize(total) };
    const text = fill(words.captures.pulling, values);
    say(secondsLeft === null ? text : `${text} ${fill(words.captures.left, { seconds: secondsLeft })}`);
  });
}

export function printSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
