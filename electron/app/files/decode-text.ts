// octets -> text. UTF-8 with or without a mark, UTF-16 with one, and, where a spreadsheet may have written them, GB18030.
import { type Failure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { refuseInput } from "./invalid-input.ts";
import { placeAt } from "./place-in-text.ts";

export type Encoding = "utf-8" | "utf-16le" | "gb18030";

interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

export interface DecodeOptions {
  readonly file: string;
  /** Whether GB18030 is tried where UTF-8 does not fit: in spreadsheets, which Chinese editions save so. */
  readonly mayBeGb18030: boolean;
}

/** How files of spreadsheet programs begin: .xlsx (a ZIP archive) and .xls (a compound file). */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Failures: `input-invalid` with the place of the first octet that is no text. */
export function decodeText(octets: Uint8Array, { file, mayBeGb18030 }: DecodeOptions): Result<Decoded> {
  if (workbooks.some((mark) => mark.every((octet, place) => octets[place] === octet))) {
    const reason = { en: "this is an Excel workbook; save it as CSV", "zh-CN": "这是 Excel 工作簿，请另存为 CSV" };
    return fail(refuseInput(file, reason, { place: { line: 1, column: 1 } }));
  }
  if (octets[0] === 0xff && octets[1] === 0xfe) {
    return decode(octets, "utf-16le", file);
  }
  const utf8 = decode(octets, "utf-8", file);
  return utf8.ok || !mayBeGb18030 ? utf8 : decode(octets, "gb18030", file);
}

function decode(octets: Uint8Array, encoding: Encoding, file: string): Result<Decoded> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(octets);
    return text.includes("\0")
      ? fail(refuseOctet(octets, { file, encoding }, octets.indexOf(0)))
      : succeed({ text, encoding });
  } catch {
    return fail(refuseOctet(octets, { file, encoding }, findBadOctet(octets, encoding)));
  }
}

/** The decoder does not tell where; lines are tried, then the octets of the bad one. */
function findBadOctet(octets: Uint8Array, encoding: Encoding): number {
  let start = 0;
  while (start < octets.length) {
    const newline = octets.indexOf(10, start);
    const end = newline < 0 ? octets.length : newline + 1;
    if (!isText(octets.subarray(start, end), encoding)) break;
    start = end;
  }
  let length = 1;
  while (start + length <= octets.length && isText(octets.subarray(start, start + length), encoding, true)) length++;
  return start + length - 1;
}

function isText(octets: Uint8Array, encoding: Encoding, stream = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(octets, { stream });
    return true;
  } catch {
    return false;
  }
}

function refuseOctet(
  octets: Uint8Array,
  { file, encoding }: { file: string; encoding: Encoding },
  offset: number,
): Failure {
  const place = placeAt(new TextDecoder(encoding).decode(octets.subarray(0, offset)), Number.MAX_SAFE_INTEGER);
  const octet = (octets[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const [en, zhCn] = encoding === "gb18030" ? ["UTF-8 or GB18030", "UTF-8 或 GB18030"] : ["UTF-8", "UTF-8"];
  return refuseInput(
    file,
    { en: `not text in ${en} (octet ${octet})`, "zh-CN": `不是 ${zhCn} 编码的文字（字节 ${octet}）` },
    { place },
  );
}
