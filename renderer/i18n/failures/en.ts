// How the window heads a failure, and what it says in place of sentences that speak of command-line options.
// `{name}` quotes the failure's details.
import type { FailureCode } from "../../../electron/core/failures/failure.ts";

export interface FailureWords {
  readonly title: string;
  /** Null: the failure's own sentence stands. */
  readonly sentence: string | null;
  readonly steps: readonly string[];
}

function head(title: string, ...steps: readonly string[]): FailureWords {
  return { title, sentence: null, steps };
}

export const failureWordsEn: Readonly<Record<FailureCode, FailureWords>> = {
  "port-missing": head(
    "The port is gone",
    "Plug the cable in at both ends.",
    "Choose the port on the left once it shows up again.",
  ),
  "port-busy": head(
    "Another program has the port",
    "Close other programs that speak with terminals, also in the background.",
    "Try again.",
  ),
  "port-forbidden": head("No permission for this port"),
  "port-invalid": head(
    "This is not a port",
    "A device of this computer is written like /dev/ttyUSB0 or COM3.",
    "A device server is written like tcp:192.168.1.50:4001.",
  ),
  "socat-missing": {
    title: "A program is missing",
    sentence: "A simulated terminal on a device needs the program socat, which is not installed.",
    steps: [],
  },
  "listen-failed": {
    title: "This address cannot be used",
    sentence: "The simulated terminal could not be served on {address}: {reason}.",
    steps: [],
  },
  "link-failed": {
    title: "The device could not be made",
    sentence: "The device {link} could not be made: {reason}.",
    steps: [],
  },
  "port-refused": head("Nobody accepts the connection"),
  "port-lost": head("The connection was lost"),
  "port-unusable": head("The port could not be opened"),
  "no-answer": head(
    "The terminal does not answer",
    "Switch the terminal on and wait until its first screen.",
    "Use a cable that carries data, and its own socket.",
    "Look up the terminal's baud rate; 115200 is usual.",
  ),
  "line-garbled": {
    title: "What arrives cannot be read",
    sentence: "What arrives on {port} is not readable text. The baud rate {baud} is probably wrong.",
    steps: ["Look up the terminal's rate, or try the usual ones in turn."],
  },
  "rate-unknown": head("The right baud rate was not found"),
  "console-off": {
    title: "The console is switched off here",
    sentence:
      "Anything can be typed there, so the browser has it only where it was asked for at the start. The desktop window has it.",
    steps: [],
  },
  "console-watching": head("The console only watches"),
  "console-holds": head("The console has this port"),
  "bootloader": head("The terminal has not started"),
  "still-booting": head("The terminal is still starting"),
  "login-needed": {
    title: "The terminal asks who you are",
    sentence: "The terminal asks for a user name and a password before it answers.",
    steps: [],
  },
  "password-needed": {
    title: "The terminal asks for a password",
    sentence: "The terminal asks for the password of {user}.",
    steps: [],
  },
  "login-refused": head("The login was refused", "Check the user name, and capital letters in the password."),
  "password-echo": head("The password was not typed"),
  "not-a-shell": head("This kind of terminal is not supported yet"),
  "not-root": {
    title: "This user may not change settings",
    sentence: "The user {user} may not change network settings.",
    steps: ["Log in as root, or say below how this user becomes root."],
  },
  "become-refused": head("The terminal did not give the right to change settings"),
  "frame-corrupt": head("Answers arrive damaged"),
  "timed-out": head("The terminal took too long", "Check that its screen still reacts, then try again."),
  "terminal-restarted": head("The terminal restarted in the middle"),
  "command-failed": head("The terminal could not do it"),
  "answer-unreadable": head("An answer could not be understood"),
  "tools-missing": head("The terminal lacks what safe writing needs"),
  "capability-missing": head("This terminal cannot do that"),
  "command-forbidden": head("This is never sent to a terminal"),
  "family-unknown": {
    title: "This kind of terminal is not known yet",
    sentence: "Something answers on {port}, but not in a language that is known here (heard: {heard}).",
    steps: ["Check that this is the terminal's port, and its baud rate."],
  },
  "android-bridge": head("Android terminals cannot be read yet"),
  "description-needed": {
    title: "Which terminal is this?",
    sentence: "Its answers fit several descriptions: choose one. There are: {known}.",
    steps: [],
  },
  "description-unaccepted": head("This description is not accepted yet"),
  "service-refused": head("The terminal refused a service"),
  "stream-closed": head("The terminal ended the conversation"),
  "parameter-missing": head("The parameter file does not hold this setting"),
  "value-refused": head("This value must not reach a terminal"),
  "unknown-interface": head("The terminal has no such interface"),
  "unknown-field": head("This setting cannot be changed here"),
  "unusable-value": head("This value cannot be used"),
  "not-writable": head("These settings cannot be written yet"),
  "rules-refuse": {
    title: "These settings would be wrong",
    sentence: "The new settings would be wrong ({rule}). Nothing was changed.",
    steps: [],
  },
  "no-correction": head("Nothing can be corrected by itself"),
  "plan-stale": head("The terminal changed in the meantime"),
  "plan-unknown": head("Look at the change once more"),
  "terminal-busy": head("The terminal is busy"),
  "push-unsettled": head("An earlier change was cut off"),
  "snapshot-unproven": head("The terminal is not at rest"),
  "file-too-long": head("A settings file is too long"),
  "restart-for-new": head("The terminal needs a restart"),
  "restart-for-old": head("The terminal needs a restart"),
  "settings-mixed": head("The terminal has mixed settings"),
  "records-damaged": head("The records on this computer are damaged"),
  "records-set-aside": head("The records on this computer were damaged"),
  "records-newer": head("The records are from a newer version"),
  "records-unwritable": head("This computer cannot keep records", "Make room on this computer's disk.", "Try again."),
  "push-interrupted": {
    title: "An earlier writing was cut off",
    sentence: "An earlier push on this terminal was cut off ({when}) and is not settled. Nothing was changed.",
    steps: ["Settle it first."],
  },
  "push-unmatched": {
    title: "The terminal has other settings",
    sentence: "The terminal has neither the settings from before the push that was cut off nor those it wanted.",
    steps: ["Compare the settings with what they should be.", "If they are right, close the matter."],
  },
  "push-unknown": head("This push is not in the history"),
  "other-terminal": head("This was another terminal"),
  "undo-moved-on": {
    title: "The settings have changed since",
    sentence: "The terminal's settings are no longer what that push left ({changed}). Nothing was changed.",
    steps: [],
  },
  "undo-impossible": {
    title: "This cannot be taken back",
    sentence: "What {field} was before that push cannot be written.",
    steps: ["Set it by hand."],
  },
  "tests-impossible": head("The terminal cannot run these tests"),
  "test-targetless": head("A test has no target"),
  "backup-unsteady": head("The settings changed meanwhile"),
  "backup-incomplete": {
    title: "The backup would not be complete",
    sentence: "The settings of {interface} could not be read, so this would not be a backup of everything.",
    steps: ["Log in as root."],
  },
  "restore-nothing": head("Nothing in the file fits"),
  "passphrase-wrong": head("The pass-phrase is not the right one"),
  "file-exists": {
    title: "The file is there already",
    sentence: "The file {file} is there already and was left alone.",
    steps: ["Choose another name."],
  },
  "session-unknown": head("The connection was closed"),
  "session-busy": head("One thing at a time"),
  "verify-mismatch": head("What was read back differs"),
  "reading-bounded": head("Not everything was looked at"),
  "address-taken": head("Another device has this address"),
  "push-rolled-back": head("The old settings are back"),
  "state-unknown": head("Not known which settings the terminal has"),
  "file-unreadable": head("The file could not be read"),
  "input-invalid": head("This cannot be used"),
  "version-mismatch": head("Two versions of Counterpart are running"),
  "link-closed": head("Counterpart itself has stopped"),
  "page-not-admitted": head("Counterpart did not let this window in"),
  "page-occupied": head("Counterpart is open in another window"),
  "cancelled": head("Stopped"),
  "internal": head("Counterpart made a mistake"),
};
