// A modem's trace: commands and answers, one a line, a direction before them or not.
//
//   > AT+CSQ      +CSQ: 99,99      +CME ERROR: 10      NO CARRIER
import type { LineFormat } from "./line-format.ts";

const line =
  /^(?:\s*(?:[<>]+|TX:?|RX:?|send:?|recv:?)\s*)?(AT[+&%^*$A-Z\d]*.*|\+[A-Z]{3,10}(?: ERROR)?:.*|OK|ERROR|NO CARRIER|NO DIALTONE|NO ANSWER|BUSY|CONNECT(?: \d+)?|RING)\s*$/i;

export const modemTrace: LineFormat = {
  id: "at-trace",
  read(text) {
    const [, message] = line.exec(text) ?? [];
    if (message === undefined) return null;
    const severity = /ERROR|NO |BUSY/.test(message) ? "error" : "info";
    return { time: null, severity, source: "modem", message };
  },
};
