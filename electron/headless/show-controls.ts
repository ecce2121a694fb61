/** What a terminal says must not move the person's cursor: control characters are shown as text, tabs and line ends are kept. */
export function showControls(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, (character) =>
    character.charCodeAt(0) < 0x20 ? `^${String.fromCharCode(character.charCodeAt(0) + 64)}` : "?",
  );
}
