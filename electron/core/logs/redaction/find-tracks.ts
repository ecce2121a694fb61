// Magnetic stripe data in text (ISO/IEC 7813): the number keeps 6+4, everything behind it goes.
//
//   %B6225880000000004^LI/LEI^2512...?      ;6225880000000004=2512...?      6225880000000004D2512...F
import { hideAll, hideMiddle, type Secret } from "./secret.ts";

const trackOne = /(?<![\d*])([\d*]{12,19})\^[^?\n]{0,90}\??/g;
const trackTwo = /(?<![\d*])([\d*]{12,19})=[\d=*A-Fa-f]{3,}\??/g;
const trackTwoInHex = /(?<![\d*])\d{0,6}?(?<number>[\d*]{12,19})[Dd][\d*]{4,}[\d*Ff?]*/g;

export function findTracks(text: string): readonly Secret[] {
  const secrets: Secret[] = [];
  for (const pattern of [trackOne, trackTwo, trackTwoInHex]) {
    for (const match of text.matchAll(pattern)) {
      const number = match.groups?.["number"] ?? match[1] ?? "";
      const from = match.index + match[0].indexOf(number);
      const to = from + number.length;
      const digits = hideMiddle(text, { from, to }, "track");
      secrets.push({
        kind: "track",
        hide: [...digits.hide, ...hideAll("track", to + 1, match.index + match[0].length).hide],
      });
    }
  }
  return secrets;
}
