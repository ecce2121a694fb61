// Files of one rotated set in the order in which they were written: syslog.2.gz, syslog.1, syslog.

interface Rotation {
  readonly set: string;
  /** Grows with age; the file that is written to now has 0. */
  readonly age: number;
  readonly date: string;
}

export function orderFiles<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  return files
    .map((file) => ({ file, ...readRotation(file.name) }))
    .sort((a, b) => a.set.localeCompare(b.set) || b.age - a.age || a.date.localeCompare(b.date))
    .map(({ file }) => file);
}

/** `messages.2.gz` by number, `messages-20261120.gz` by date. */
function readRotation(name: string): Rotation {
  const plain = name.replace(/\.(?:gz|zip)$/i, "");
  const [, numbered, age] = /^(.*?)\.(\d{1,3})$/.exec(plain) ?? [];
  if (numbered !== undefined) return { set: numbered, age: Number(age), date: "" };
  const [, dated, date = ""] = /^(.*?)[-.](\d{8}(?:-\d+)?)$/.exec(plain) ?? [];
  // What has no date yet is the newest.
  return { set: dated ?? plain, age: 0, date: date === "" ? "~" : date };
}
