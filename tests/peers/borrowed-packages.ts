// Debian packages that a peer has and this machine must not: installed here, they would take over its own name servers.
// They are only fetched, and unpacked over the private folders of a peer.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../.cache/packages");
const names = ["systemd-resolved", "resolvconf"] as const;

export type BorrowedPackage = (typeof names)[number];

export function listMissingLoans(): readonly BorrowedPackage[] {
  return names.filter((name) => !existsSync(findArchive(name)));
}

/** Fetches what is missing with apt; several runs at once do not disturb each other. */
export function fetchLoans(): void {
  mkdirSync(folder, { recursive: true });
  for (const name of listMissingLoans()) {
    const work = mkdtempSync(join(folder, "fetch-"));
    try {
      execFileSync("apt-get", ["download", name], { cwd: work, stdio: "pipe", timeout: 120_000 });
      const archive = readdirSync(work).find((each) => each.endsWith(".deb"));
      if (archive === undefined) throw new Error(`apt-get downloaded no ${name}`);
      renameSync(join(work, archive), findArchive(name));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
}

/** Shell lines for the start of a peer whose /etc and /usr are its own. */
export function unpackLoan(name: BorrowedPackage): readonly string[] {
  const from = `/tmp/${name}`;
  return [
    `dpkg -x '${findArchive(name)}' ${from}`,
    `for part in etc usr; do [ ! -d ${from}/$part ] || cp -a ${from}/$part/. /$part/; done`,
    `for part in bin sbin lib; do [ ! -d ${from}/$part ] || cp -a ${from}/$part/. /usr/$part/; done`,
  ];
}

function findArchive(name: BorrowedPackage): string {
  return join(folder, `${name}.deb`);
}
