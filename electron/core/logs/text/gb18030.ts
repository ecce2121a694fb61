// Text -> GB18030, which no platform encodes: from what its decoder says of every code of two octets. Characters with four
// octets are left out; none of the words looked for here has one.

let codes: ReadonlyMap<string, readonly [number, number]> | null = null;

/** Null where a character has no code of one or two octets. */
export function encodeGb18030(text: string): Uint8Array | null {
  const octets: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      octets.push(code);
      continue;
    }
    const pair = (codes ??= listCodes()).get(character);
    if (pair === undefined) return null;
    octets.push(...pair);
  }
  return Uint8Array.from(octets);
}

function listCodes(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const pair = new Uint8Array(2);
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pair.set([lead, trail]);
      const character = decoder.decode(pair);
      if (character.length === 1 && character !== "\ufffd") found.set(character, [lead, trail]);
    }
  }
  return found;
}
