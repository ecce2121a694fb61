import { encodeCode128 } from "../../core/provisioning/code128.ts";

/** Modules of white on each side (ISO/IEC 15417, 4.4). */
const quiet = 10;

/** A picture of the barcode as wide as its holder; empty for a text that Code 128 cannot carry. */
export function drawBarcode(text: string): string {
  const code = encodeCode128(text);
  if (!code.ok) return "";
  let at = quiet;
  const bars = code.value.widths.map((width, place) => {
    const bar = place % 2 === 0 ? `<rect x="${at}" y="0" width="${width}" height="1"/>` : "";
    at += width;
    return bar;
  });
  const total = code.value.modules + 2 * quiet;
  return `<svg class="barcode" viewBox="0 0 ${total} 1" preserveAspectRatio="none" shape-rendering="crispEdges" aria-hidden="true">${bars.join("")}</svg>`;
}
