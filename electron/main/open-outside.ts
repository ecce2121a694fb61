// https://www.electronjs.org/docs/latest/tutorial/security, item 15: what may be handed to the system's browser.
import type { Shell } from "electron";

/** Where the rules' sources can be read, and nothing else: whole host names. */
const hosts: ReadonlySet<string> = new Set(["www.rfc-editor.org", "www.iana.org"]);

/** Opens an address of the list in the system's browser; any other is forgotten without a word. */
export function openOutside(address: string, shell: Pick<Shell, "openExternal">): void {
  if (!isListed(address)) return;
  // A system without a browser; the address stands on the screen.
  shell.openExternal(address).catch(() => undefined);
}

function isListed(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === "https:" &&
    hosts.has(url.host) &&
    url.username === "" &&
    url.password === "" &&
    // As it was written: nothing that a shell or another parser could read in another way.
    url.href === address
  );
}
