// ISO 8583 messages that are printed as characters: type, bitmap in hex, fields as they are.
import { decodeMessage } from "../iso8583/decode.ts";
import { hideFields } from "./inspect-hex.ts";
import { hideAll, type Range, type Secret } from "./secret.ts";

export interface PrintedMessage extends Range {
  readonly secrets: readonly Secret[];
  /** Else it may be something else altogether. */
  readonly isDecoded: boolean;
}

const start = /(?<![\d*])(?:60\d{8}(?:6\d{11})?)?0[1-8]\d0[\da-fA-F]{16}/g;
/** Type, bitmap and as much as a card number: shorter ones are dates and serial numbers. */
const fewest = 36;

export function findPrintedMessages(text: string): readonly PrintedMessage[] {
  const messages: PrintedMessage[] = [];
  let done = 0;
  for (const match of text.matchAll(start)) {
    const from = match.index + match[0].length - 20;
    const end = from + text.slice(from).search(/[\s"'<>]|$/);
    if (from < done || end - from < fewest) continue;
    const message = decodeMessage(text, from, "text");
    // Characters of its fields may be blanks: it ends where its last field does.
    const isDecoded = message !== null && message.end >= end - 8;
    const secrets = isDecoded ? hideFields(message.fields) : [hideAll("hex", from + 4, end)];
    done = isDecoded ? Math.max(end, message.end) : end;
    messages.push({ from, to: done, secrets, isDecoded });
  }
  return messages;
}
