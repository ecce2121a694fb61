// /etc/resolv.conf (resolv.conf(5)): read, and edited so that only the name servers change.

export function readNameServers(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => /^\s*nameserver\s+(\S+)/.exec(line)?.[1] ?? []);
}

/** The first name server stands where the first one stood, so that options and search lines keep their place. */
export function editNameServers(text: string, servers: readonly string[]): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^\s*nameserver\s/.test(line));
  const others = lines.filter((line) => !/^\s*nameserver\s/.test(line));
  const index = at < 0 ? others.length - (others.at(-1) === "" ? 1 : 0) : at;
  const edited = [
    ...others.slice(0, index),
    ...servers.map((server) => `nameserver ${server}`),
    ...others.slice(index),
  ].join("\n");
  return edited.endsWith("\n") || edited === "" ? edited : `${edited}\n`;
}
