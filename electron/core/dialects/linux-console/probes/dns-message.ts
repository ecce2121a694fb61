// One question of the domain name system as a datagram, for shells that can send one but have no tool for it.
//
//   id 2 | flags 2 | questions 2 | answers 2 | authorities 2 | additional 2 | name, type A, class IN     RFC 1035 4.1

/** As `printf` of a shell takes it: octal escapes only. The connected socket takes one peer's answer, so the id is fixed. */
export function dnsQuestion(name: string): string {
  const header = [0x43, 0x50, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0];
  const labels = name
    .replace(/\.$/, "")
    .split(".")
    .flatMap((label) => [label.length, ...Array.from(label, (letter) => letter.charCodeAt(0))]);
  return [...header, ...labels, 0, 0, 1, 0, 1].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}

export interface DnsAnswer {
  /** RCODE: 0 no error, 2 server failure, 3 no such name, 5 refused (RFC 1035 4.1.1). */
  readonly code: number;
  readonly records: number;
  /** The first IPv4 address of the answer; null where there is none. */
  readonly address: string | null;
}

/** What `od -tx1` shows: the header of an answer, or the words of a program that found no way to send or to hear. */
export function readDnsAnswer(dump: string): DnsAnswer | { readonly words: string } {
  const octets = (dump.match(/\b[0-9a-f]{2}\b/g) ?? []).map((hex) => Number.parseInt(hex, 16));
  const [first, second, flags = 0, code = 0, , , high = 0, low = 0] = octets;
  if (first === 0x43 && second === 0x50 && (flags & 0x80) !== 0)
    return { code: code & 15, records: high * 256 + low, address: readAddress(octets) };
  return {
    words:
      octets
        .map((octet) => String.fromCharCode(octet))
        .join("")
        .split("\n")[0] ?? "",
  };
}

/** ... type 2 | class 2 | time to live 4 | length 2 | address 4     RFC 1035 4.1.3, 3.4.1 */
function readAddress(octets: readonly number[]): string | null {
  const at = octets.findIndex((_, start) => start >= 12 && isAddressRecord(octets.slice(start, start + 14)));
  return at < 0 ? null : octets.slice(at + 10, at + 14).join(".");
}

function isAddressRecord([, type, , kind, , , , , long, length, ...address]: readonly number[]): boolean {
  return type === 1 && kind === 1 && long === 0 && length === 4 && address.length === 4;
}
