/** Offers a text, or its parts, as a file to the person's browser or desktop. */
export function saveText(name: string, text: string | readonly string[]): void {
  const parts = typeof text === "string" ? [text] : [...text];
  const address = URL.createObjectURL(new Blob(parts, { type: "text/plain;charset=utf-8" }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The download has its own hold on the text by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
