// The sheet as one picture for a chat on the phone: 1080 px wide, black on white, as high as its lines need.
import type { Sheet } from "./sheet-lines.ts";

const width = 1080;
const margin = 64;
/** Nobody's chat shows a longer one; the rest is in the pack. */
const highest = 6000;

interface Row {
  readonly text: string;
  readonly font: string;
  readonly height: number;
  readonly colour: string;
}

const family = 'system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif';

export async function drawPicture(sheet: Sheet): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  const rows = listRows(sheet).flatMap((row) => {
    pen.font = row.font;
    return wrap(row.text, (text) => pen.measureText(text).width <= width - 2 * margin).map((text) => ({
      ...row,
      text,
    }));
  });
  canvas.width = width;
  canvas.height = Math.min(
    highest,
    rows.reduce((sum, { height }) => sum + height, 2 * margin),
  );
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "top";
  let top = margin;
  for (const { text, font, height, colour } of rows) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, margin, top);
    top += height;
  }
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, "image/png");
  return promise;
}

function listRows({ title, parts, digest }: Sheet): readonly Row[] {
  const ink = "#191b1d";
  const gap: Row = { text: "", font: `20px ${family}`, height: 28, colour: ink };
  return [
    { text: title, font: `600 52px ${family}`, height: 70, colour: ink },
    ...parts.flatMap((part): readonly Row[] => [
      gap,
      { text: part.title, font: `600 32px ${family}`, height: 50, colour: "#0e5a68" },
      ...part.lines.map((text) => ({ text, font: `34px ${family}`, height: 50, colour: ink })),
    ]),
    gap,
    { text: digest, font: `24px ${family}`, height: 36, colour: "#55585c" },
  ];
}

/** Between words where there are any, else between characters. */
export function wrap(text: string, fits: (text: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [""]) {
    if (line !== "" && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
