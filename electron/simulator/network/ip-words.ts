// The words that the objects of `ip` share, and how they end.
export interface IpOptions {
  readonly json: boolean;
  readonly brief: boolean;
  readonly oneLine: boolean;
  readonly family: "any" | "inet" | "inet6";
}

export interface IpOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export const ipDone: IpOutcome = { stdout: "", stderr: "", exitCode: 0 };

export function printed(text: string): IpOutcome {
  return { stdout: text, stderr: "", exitCode: 0 };
}

export function refused(text: string, exitCode: number): IpOutcome {
  return { stdout: "", stderr: `${text}\n`, exitCode };
}

/** The kernel's refusal ends with 2, a device that is not there with 1, success with 0. */
export function settled(refusal: string | null): IpOutcome {
  if (refusal === null) return ipDone;
  return refused(refusal, /^(Cannot find device|Device ")/.test(refusal) ? 1 : 2);
}

export const incomplete = refused('Command line is not complete. Try option "help"', 255);

/** iproute2 takes any beginning of a word: `a`, `addr`, `address`. */
export function isShortFor(word: string, whole: string): boolean {
  return word !== "" && whole.startsWith(word);
}

/** The word after a keyword, or null when the line ends there. */
export function wordAfter(words: readonly string[], ...keys: readonly string[]): string | null | undefined {
  const at = words.findIndex((word) => keys.includes(word));
  return at < 0 ? undefined : (words[at + 1] ?? null);
}

export function readCommand(words: readonly string[], known: readonly string[]): string | null {
  const word = words[0] ?? "show";
  if (word === "list" || word === "lst") return "show";
  return known.find((one) => isShortFor(word, one)) ?? null;
}
