// Octets in hex, an offset and characters beside them or not.
import { readDumpRow } from "../redaction/dump-rows.ts";
import type { LineFormat } from "./line-format.ts";

export const hexDump: LineFormat = {
  id: "hex-dump",
  read(text) {
    const row = readDumpRow(text, null);
    if (row === null || !/^[\s\da-fA-FxX:|>-]*$/.test(text.slice(0, row.run.from))) return null;
    return { time: null, severity: null, source: null, message: text };
  },
};
