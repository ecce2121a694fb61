// The sheet as one picture for a chat on the phone: 1080 px wide, black on white, as high as its lines need.
import type { HopState } from "../../ui/state-mark.tsx";
import type { Sheet, SheetHop } from "./sheet-lines.ts";
import { hopMarks } from "./sheet-page.ts";

const width = 1080;
const margin = 64;
const inner = width - 2 * margin;
/** Nobody's chat shows a longer one; the rest is in the pack. */
const highest = 6000;

interface Row {
  readonly text: string;
  readonly font: string;
  readonly height: number;
  readonly colour: string;
}

const family = 'system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif';
const ink = "#191b1d";
const soft = "#55585c";
const accent = "#0e5a68";
/** As in the window's light theme; each has its own mark too. */
const colours: Readonly<Record<HopState, string>> = {
  ok: "#1a6a3c",
  wrong: "#ae2118",
  odd: "#7f5200",
  unknown: soft,
  "not-needed": soft,
};
const hopFont = `600 25px ${family}`;
const wordFont = `24px ${family}`;

/** Draws over whatever the canvas showed. */
export function drawPicture(canvas: HTMLCanvasElement, sheet: Sheet): void {
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  const head = wrapRows(pen, listHead(sheet));
  const rest = wrapRows(pen, listRows(sheet));
  const top = margin + sumHeights(head);
  const pathHeight = sheet.path.length === 0 ? 0 : measurePath(pen, sheet.path);
  canvas.width = width;
  canvas.height = Math.min(highest, top + pathHeight + sumHeights(rest) + margin);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "top";
  writeRows(pen, head, margin);
  if (sheet.path.length > 0) drawPath(pen, sheet.path, top);
  writeRows(pen, rest, top + pathHeight);
}

export async function readPicture(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, "image/png");
  return promise;
}

function listHead({ title, moment }: Sheet): readonly Row[] {
  return [
    { text: title, font: `600 52px ${family}`, height: 70, colour: ink },
    { text: moment, font: `28px ${family}`, height: 48, colour: soft },
  ];
}

function listRows({ parts, digest }: Sheet): readonly Row[] {
  const gap: Row = { text: "", font: `20px ${family}`, height: 28, colour: ink };
  return [
    ...parts.flatMap((part): readonly Row[] => [
      gap,
      { text: part.title, font: `600 32px ${family}`, height: 50, colour: accent },
      ...part.lines.map((text) => ({ text, font: `34px ${family}`, height: 50, colour: ink })),
    ]),
    gap,
    { text: digest, font: `24px ${family}`, height: 36, colour: soft },
  ];
}

function wrapRows(pen: CanvasRenderingContext2D, rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => {
    pen.font = row.font;
    return wrap(row.text, (text) => pen.measureText(text).width <= inner).map((text) => ({ ...row, text }));
  });
}

function sumHeights(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

function writeRows(pen: CanvasRenderingContext2D, rows: readonly Row[], from: number): void {
  let top = from;
  for (const { text, font, height, colour } of rows) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, margin, top);
    top += height;
  }
}

const disc = 44;
const lineHeight = 36;

function hopLines(pen: CanvasRenderingContext2D, { name, word, value }: SheetHop, room: number) {
  const lay = (text: string, font: string): readonly Row[] => {
    pen.font = font;
    return wrap(text, (line) => pen.measureText(line).width <= room).map((line) => ({
      text: line,
      font,
      height: lineHeight,
      colour: ink,
    }));
  };
  return [...lay(name, hopFont), ...lay(word, wordFont), ...(value === null ? [] : lay(value, wordFont))];
}

function measurePath(pen: CanvasRenderingContext2D, path: readonly SheetHop[]): number {
  const room = inner / path.length - 16;
  return 32 + 2 * disc + 20 + Math.max(...path.map((hop) => hopLines(pen, hop, room).length)) * lineHeight;
}

/** Terminal, link, router, names, acquirer: discs on a line, each with its mark and its words below. */
function drawPath(pen: CanvasRenderingContext2D, path: readonly SheetHop[], from: number): void {
  const step = inner / path.length;
  const middle = from + 32 + disc;
  pen.strokeStyle = "#84857f";
  pen.lineWidth = 4;
  pen.beginPath();
  pen.moveTo(margin + step / 2, middle);
  pen.lineTo(width - margin - step / 2, middle);
  pen.stroke();
  pen.textAlign = "center";
  for (const [at, hop] of path.entries()) {
    const centre = margin + step * (at + 0.5);
    const isWrong = hop.state === "wrong";
    pen.beginPath();
    pen.arc(centre, middle, disc, 0, 2 * Math.PI);
    pen.fillStyle = isWrong ? colours.wrong : "#ffffff";
    pen.fill();
    pen.strokeStyle = colours[hop.state];
    pen.lineWidth = 6;
    pen.stroke();
    pen.font = `600 44px ${family}`;
    pen.fillStyle = isWrong ? "#ffffff" : colours[hop.state];
    pen.textBaseline = "middle";
    pen.fillText(hopMarks[hop.state], centre, middle + 2);
    pen.textBaseline = "top";
    writeCentred(pen, hopLines(pen, hop, step - 16), { centre, from: middle + disc + 20 });
  }
  pen.textAlign = "start";
}

function writeCentred(
  pen: CanvasRenderingContext2D,
  rows: readonly Row[],
  { centre, from }: { readonly centre: number; readonly from: number },
): void {
  for (const [at, { text, font, colour }] of rows.entries()) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, centre, from + at * lineHeight);
  }
}

/** Between words where there are any, else between characters; never more than fits, even without either. */
export function wrap(text: string, fits: (text: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of splitPieces(text, fits)) {
    if (line !== "" && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A word that is wider than a line alone, such as a long host name, breaks anywhere. */
function splitPieces(text: string, fits: (text: string) => boolean): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffef][，。：；！？、）”]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [""];
  return pieces.flatMap((piece) => (fits(piece.trimEnd()) ? [piece] : Array.from(piece)));
}
