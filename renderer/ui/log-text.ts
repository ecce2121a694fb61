export interface Part {
  readonly text: string;
  readonly isMask: boolean;
}

/** Six digits, stars, four digits, with the blanks or dashes that the terminal wrote between them. */
const mask = /(\d(?:[ .-]?\d){5}(?:[ .-]?\*)+(?:[ .-]?\d){4})/;

export function splitMasks(line: string): readonly Part[] {
  return line.split(mask).flatMap((text, place) => (text === "" ? [] : [{ text, isMask: place % 2 === 1 }]));
}

/** Control characters in caret notation (ESC is ^[): an escape sequence is seen, and does nothing. */
export function showControls(line: string): string {
  return line.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f]/g,
    (character) => `^${String.fromCharCode(character.charCodeAt(0) ^ 0x40)}`,
  );
}

/** A line with what is asked of it again and again. */
export interface LogLine {
  readonly text: string;
  readonly lowered: string;
  readonly columns: number;
}

export function describeLine(text: string): LogLine {
  return { text, lowered: text.toLowerCase(), columns: countColumns(text) };
}

const wide = /[\u2e80-\uffff]/g;

/** How wide a line stands in a font of one width: Chinese characters take two columns. */
function countColumns(line: string): number {
  return line.length + (line.match(wide)?.length ?? 0);
}
