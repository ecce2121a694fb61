// What ifupdown keeps: the stanzas of /etc/network/interfaces and of every file that it names.
import { findOption, parseStanzas, type Stanza } from "./interfaces-file.ts";
import { type Kept, type KeptIp, keepNothingBut, keepStatic } from "./kept.ts";
import type { Sections } from "./sections.ts";

/** A stanza and the file it stands in. */
export interface PlacedStanza extends Stanza {
  readonly file: string;
}

const folder = "/etc/network";
const start = `${folder}/interfaces`;

/** Follows `source` and `source-directory` from /etc/network/interfaces, each file once, as interfaces(5) tells. */
export function findStanzas(files: ReadonlyMap<string, string>): readonly PlacedStanza[] {
  const seen = new Set<string>();
  const found: PlacedStanza[] = [];
  function follow(file: string): void {
    const text = files.get(file);
    if (text === undefined || seen.has(file)) return;
    seen.add(file);
    found.push(...parseStanzas(text).map((stanza) => ({ ...stanza, file })));
    for (const source of listSources(text)) [...files.keys()].filter(source).sort().forEach(follow);
  }
  follow(start);
  return found;
}

/** Patterns of files beyond interfaces.d, which is always read; for the shell, safe to stand in a script unquoted. */
export function listFarSources(text: string): readonly string[] {
  const named = [...text.matchAll(/^[ \t]*source(-directory)?[ \t]+(\S+)[ \t]*$/gm)].map(([, isFolder, path = ""]) =>
    isFolder === undefined ? path : `${path}/*`,
  );
  return named.filter((path) => /^[\w./*?[\]-]+$/.test(path) && !/^(?:\/etc\/network\/)?interfaces\.d\/\*$/.test(path));
}

function listSources(text: string): readonly ((path: string) => boolean)[] {
  return [...text.matchAll(/^[ \t]*source(-directory)?[ \t]+(\S+)[ \t]*$/gm)].map(([, isFolder, named = ""]) => {
    const path = named.startsWith("/") ? named : `${folder}/${named}`;
    // Of a folder only names of letters, digits, `_` and `-` count: a copy with a tilde or a dot does not.
    const pattern = isFolder === undefined ? translateGlob(path) : `${escape(path.replace(/\/+$/, ""))}/[\\w-]+`;
    const whole = new RegExp(`^${pattern}$`);
    return (candidate) => whole.test(candidate);
  });
}

function translateGlob(glob: string): string {
  return glob.replace(/\[(?:0-9|a-z|A-Z|\w)+\]|[.*+?^${}()|[\]\\]/g, (found) => {
    if (found.length > 1) return found;
    return found === "*" ? "[^/]*" : found === "?" ? "[^/]" : `\\${found}`;
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

export function readIfupdown(stanzas: readonly Stanza[], name: string, sections: Sections): Kept {
  const find = (family: Stanza["family"]): KeptIp | null => {
    const stanza = stanzas.find((each) => each.interface === name && each.family === family);
    return stanza ? readStanza(stanza, sections) : null;
  };
  return { ipv4: find("inet"), ipv6: find("inet6") };
}

function readStanza(stanza: Stanza, sections: Sections): KeptIp | null {
  // `dns-nameservers` means something only to resolvconf; without it, /etc/resolv.conf is the setting.
  const own = findOption(stanza, "dns-nameservers", "dns-nameserver");
  const dns = own !== null && sections.get("rc") !== null ? own.split(/\s+/) : null;
  if (stanza.method === "dhcp" || stanza.method === "auto") return keepNothingBut("dhcp", dns);
  if (stanza.method !== "static") return null;
  const [address = "", slash] = (findOption(stanza, "address") ?? "").split("/");
  const mask = slash ?? findOption(stanza, "netmask");
  const whole = mask === null ? address : `${address}/${mask}`;
  return keepStatic([whole], { gateway: findOption(stanza, "gateway"), dns });
}
