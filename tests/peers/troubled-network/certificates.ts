// Certificates of a test's own: an authority that the terminal trusts, a host that it vouches for, and what can be wrong.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "../owned-process.ts";

/** File names below the folder; `authority` is what the terminal trusts. */
export const certificateFiles = {
  authority: "authority.pem",
  key: "host.key",
  good: "good.pem",
  expired: "expired.pem",
  future: "future.pem",
  stranger: "stranger.pem",
} as const;

const names = "subjectAltName=DNS:host.example,IP:192.168.1.1\n";

/** A small authority's books, which `openssl ca` needs to set both dates. */
const books = `[ca]
default_ca=books
[books]
database=books/index
serial=books/serial
new_certs_dir=books
default_md=sha256
policy=policy
unique_subject=no
[policy]
commonName=supplied
`;

export async function makeCertificates(folder: string): Promise<void> {
  mkdirSync(join(folder, "books"));
  writeFileSync(join(folder, "books/index"), "");
  writeFileSync(join(folder, "books/serial"), "01\n");
  writeFileSync(join(folder, "books.cnf"), books);
  writeFileSync(join(folder, "names"), names);
  const fresh = "-newkey rsa:2048 -nodes";
  const sign =
    "openssl ca -batch -notext -config books.cnf -cert authority.pem -keyfile authority.key -in host.csr -extfile names";
  const script = [
    "set -e",
    `openssl req -x509 ${fresh} -keyout authority.key -out authority.pem -days 3650 -subj "/CN=Test authority"`,
    `openssl req -x509 ${fresh} -keyout other.key -out other.pem -days 3650 -subj "/CN=Another authority"`,
    `openssl req ${fresh} -keyout host.key -out host.csr -subj "/CN=host.example"`,
    "openssl x509 -req -in host.csr -CA authority.pem -CAkey authority.key -days 3650 -extfile names -out good.pem",
    "openssl x509 -req -in host.csr -CA other.pem -CAkey other.key -days 3650 -extfile names -out stranger.pem",
    `${sign} -out expired.pem -startdate 20200101000000Z -enddate 20210101000000Z`,
    `${sign} -out future.pem -startdate 20400101000000Z -enddate 20410101000000Z`,
  ];
  await runOrThrow("sh", ["-c", `cd "$1"\n${script.join("\n")}`, "sh", folder]);
}
