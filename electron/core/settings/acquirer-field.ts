// The names of what a terminal pays through: hosts, TPDU, merchant and terminal number. Apart from how they are read, so that
// whoever only asks for a name loads nothing else.

/** `host.1` is the first host as the terminal counts them, `HOST:PORT`. */
export type AcquirerField = "tpdu" | "merchantNumber" | "terminalNumber" | `host.${number}`;

const singleFields: readonly string[] = ["tpdu", "merchantNumber", "terminalNumber"] satisfies readonly AcquirerField[];

export function isAcquirerField(field: string): field is AcquirerField {
  return singleFields.includes(field) || findHostPlace(field) !== null;
}

/** From 1; null for what is no host. */
export function findHostPlace(field: string): number | null {
  const place = /^host\.([1-9]\d?)$/.exec(field)?.[1];
  return place === undefined ? null : Number(place);
}
