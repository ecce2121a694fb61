// What never goes to a terminal, whoever asks for it: a dialect, a description file, a person at the raw console. Every
// port passes through here before anything is sent, so what no other code should send is stopped in one place.
import { bytesToBinary } from "../bytes/binary-text.ts";
import type { BytePort } from "../bytes/byte-port.ts";
import { FailureError, makeFailure } from "../failures/failure.ts";

/** `disableme:` switches an XCB bridge off for good. Each is shorter than the tail that is kept. */
export const forbidden: readonly string[] = ["disableme:"];

const tail = Math.max(...forbidden.map(({ length }) => length)) - 1;

/** The same port; a write that would complete a forbidden text, also over several writes, is refused whole. */
export function guardPort(port: BytePort): BytePort {
  let sent = "";
  return {
    name: port.name,
    closed: port.closed,
    onBytes: (listener) => port.onBytes(listener),
    close: () => port.close(),
    write: async (bytes) => {
      const text = sent + bytesToBinary(bytes);
      const found = forbidden.find((each) => text.includes(each));
      if (found !== undefined) throw new FailureError(makeFailure("command-forbidden", { command: found }));
      sent = text.slice(-tail);
      await port.write(bytes);
    },
    ...(port.control === undefined ? {} : { control: port.control }),
  };
}

/** What asks for money, as one word; a command of a description may hold none of them. */
const payments = [
  "sale|purchase|refund|reversal|cashback|void",
  "(?:pre)?auth(?:ori[sz]e|ori[sz]ation)?",
  "preauth|payment|pay|charge|debit|credit|settle(?:ment)?|donation|tip|transaction|txn",
];
/** What carries or loads keys: the names that such keys go by, and a verb beside the word. */
const keys = [
  "[tz]?(?:mk|pk|ak|dk|ek|mpk)|bdk|ipek|ksn|dukpt|kek|klk|lmk|kcv|krd|tr-?31|tr-?34",
  "(?:master|session|working|transport|pin|mac|terminal|derivation)[ _-]*keys?",
  "(?:inject|load|import|download|write|put|install|store|set|update)[a-z]*[ _-]*keys?",
  "keys?[ _-]*(?:inject|load|import|download|write|put|install|store|set|update)[a-z]*",
  "keyinject\\w*|keyload\\w*|rki",
];
/** An ISO 8583 message as text: version, class, function and origin, then the primary bitmap. */
const message = "[0-2][1-8][0-9][0-5][0-9a-f]{16}";

/** What tries a SIM card's PIN, as a failure names it. */
export const pinTry = "AT+CPIN";

/**
 * 3GPP TS 27.007: +CPIN, +CLCK and +CPWD of the card ("SC", "P2"), the change by a dialled code (TS 22.030), and +CSIM, which
 * carries whatever the card takes. The third wrong one locks the card, so each goes where the tries are counted.
 */
const pinTries = [
  "[+^]CPIN2?=[^?]",
  '[+^]CLCK="?(?:SC|P2)"?,[01{]',
  '[+^]CPWD="?(?:SC|P2)"?,',
  "D\\*\\*0[45]",
  "[+^]CSIM=[^?]",
];
const pinCommand = new RegExp(`AT.*(?:${pinTries.join("|")})`, "i");

/** Whether a modem would take this line for a try of its card's PIN. */
export function triesPin(line: string): boolean {
  // Blanks mean nothing in a modem's command, nor does what comes before its AT.
  return pinCommand.test(line.replace(/\s/g, ""));
}

const words = new RegExp(`(?<![a-z0-9])(?:${[...payments, ...keys].join("|")})(?![a-z0-9])|${message}`, "i");

/** What in a described command must not be sent, as it stands there; null when nothing is. */
export function findForbiddenCommand(command: string): string | null {
  const literal = forbidden.find((each) => command.toLowerCase().includes(each));
  if (literal !== undefined) return literal;
  if (triesPin(command)) return pinTry;
  // `loadKey` is `load Key`.
  const spaced = command.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ");
  return words.exec(spaced)?.[0] ?? null;
}
