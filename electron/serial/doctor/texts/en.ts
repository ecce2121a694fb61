// What the doctor says: what is so, and what to do. `{name}` quotes a value of the verdict. Steps that are typed are
// typed exactly so.
import type { CheckId } from "../check-id.ts";

export interface Saying {
  readonly sentence: string;
  readonly steps: readonly string[];
}

export const titlesEn: Readonly<Record<CheckId, string>> = {
  device: "A device at the cable",
  driver: "Its driver",
  listing: "The list of ports",
  which: "Which port it is",
  name: "The port's name",
  present: "The port is there",
  permission: "The right to open it",
  free: "Nobody else has it",
  speed: "The line's rate",
  pace: "Letters get through",
};

function say(sentence: string, ...steps: readonly string[]): Saying {
  return { sentence, steps };
}

/** How a driver gets onto a till without internet. */
const carry = [
  "On another computer, download the driver {driver} from the maker of the chip, and carry it here on a USB stick.",
  "Install it here. This needs the rights of an administrator: ask whoever looks after this computer.",
  "Unplug the cable and plug it in again.",
] as const;

export const sayingsEn = {
  "listing-ok": say("The system lists its serial ports."),
  "listing-none": say(
    "The system does not list its serial ports.",
    "Type the port by its name, such as /dev/ttyUSB0 or COM3.",
  ),
  "device-there": say("Serial ports and adapters plugged in at USB: {count}."),
  "device-built-in-chosen": say("The port is built into this computer."),
  "device-built-in": say(
    "Only a port that is built into this computer is there ({port}), and nothing at USB.",
    "If the terminal has a USB cable: switch it on, plug the cable in at both ends, then look again.",
    "If nothing new shows up then, the cable has no data wires or the socket is dead.",
  ),
  "device-appeared": say("Newly plugged in: {name}."),
  "device-remote": say("This port is on the network, not at a cable of this computer."),
  "device-none": say(
    "This computer sees no terminal and no adapter.",
    "Switch the terminal on and plug the cable in at both ends.",
    "Then look again. If nothing new shows up, the cable has no data wires or the socket is dead.",
  ),
  "device-nothing-new": say(
    "Nothing new showed up. A cable that only charges has no data wires: the terminal gets power, and the computer sees nothing.",
    "Take another cable, best the one that came with the terminal.",
    "Plug it straight into the computer, without a hub, and into another socket.",
    "Some terminals carry data only on one of their sockets, or after it is chosen in their menu.",
  ),
  "which-chosen": say("A port was chosen."),
  "which-only": say("There is only one: {port}."),
  "which-fresh": say("The one that was just plugged in is {port}."),
  "which-several": say(
    "There are {count} ports, and from here they look alike.",
    "Look, then unplug the terminal, plug it in again, and look once more: the new one is named here.",
  ),
  "which-none": say("There is no port to choose."),
  "driver-ok": say("Every serial adapter that is plugged in has its port."),
  "driver-nothing": say("No serial adapter is plugged in that would need one."),
  "driver-linux": say(
    "{name} ({ids}) is plugged in, but Linux has made no port for it.",
    "Load its driver: sudo modprobe {module}",
    "If that module is not found, install the kernel's extra modules (on Ubuntu: sudo apt install linux-modules-extra-$(uname -r)).",
    "Unplug the cable and plug it in again.",
  ),
  "driver-brltty": say(
    "{name} ({ids}) is plugged in, but the program brltty, which is for Braille displays, has taken it away from its driver.",
    "If nobody uses a Braille display here, remove it: sudo apt remove brltty",
    "Unplug the cable and plug it in again.",
  ),
  "driver-macos": say(
    "{name} ({ids}) is plugged in, but macOS has made no port for it.",
    "Open System Settings, Privacy & Security, and allow the driver or the accessory if it asks there.",
    "If nothing is asked, install the driver from the maker of the chip, and restart.",
  ),
  "driver-missing": say("{name} ({ids}) is plugged in, but Windows has no driver for it (Code 28).", ...carry),
  "driver-cannot-start": say(
    "{name} ({ids}) is plugged in, but its driver cannot start it (Code 10).",
    "Unplug it, plug it into another socket, and look again.",
    ...carry,
    "An imitated chip is refused by its maker's driver: then another adapter is needed.",
  ),
  "driver-phased-out": say(
    "{name}: the maker's driver refuses this chip, because it is old or imitated. The cable works no more with this driver.",
    "Take another adapter, with a chip of FTDI, Silicon Labs (CP210x) or WCH (CH340).",
    "Where that cannot be had, an administrator can choose the older driver of 2008 (3.3.2) in the Device Manager: Update driver, Let me pick.",
  ),
  "driver-disabled": say(
    "{name} ({ids}) is switched off in Windows (Code 22).",
    "An administrator switches it on in the Device Manager: right click, Enable device.",
  ),
  "driver-damaged": say("The driver of {name} ({ids}) is damaged (Code 39).", ...carry),
  "driver-device-fault": say(
    "Windows stopped {name} ({ids}), because it reported problems (Code 43).",
    "Unplug it and plug it straight into the computer, without a hub.",
    "Take another cable; then restart the terminal.",
  ),
  "driver-unplugged": say("{name} ({ids}) is not plugged in any more (Code 45).", "Plug the cable in again."),
  "driver-unsigned": say(
    "Windows does not trust the driver of {name} ({ids}), because its signature is missing (Code 52).",
    ...carry,
  ),
  "driver-problem": say(
    "Windows has a problem with {name} ({ids}): Code {code}.",
    "Unplug it, plug it in again, and look once more.",
    ...carry,
  ),
  "port-unchosen": say("No port was chosen yet."),
  "port-remote": say("This port is on the network."),
  "name-ok": say("Nothing is amiss with the name {port}."),
  "name-high": say("{port} has a high number; that does no harm."),
  "name-call-in": say("{port} is the call-in side of the port, which waits for a carrier.", "Use {other}."),
  "present-ok": say("{port} is there."),
  "present-again": say(
    "The connection to {port} was cut off, and the port is there again.",
    "Check the plug at both ends, then connect again.",
  ),
  "present-gone": say(
    "{port} is not there.",
    "Plug the cable in at both ends and switch the terminal on.",
    "Choose the port from the list again: it may have come back under another number.",
  ),
  "present-refused": say(
    "Nobody accepts connections at {port}.",
    "Check that the device server is on, its address, and the port number.",
  ),
  "permission-unasked": say("This system does not tell before the port is opened."),
  "permission-ok": say("This user may open {port}."),
  "permission-group": say(
    "{port} is for members of the group {group}, and {user} is not one.",
    "Type: sudo usermod -aG {group} {user}",
    "Sign out of the whole desktop and in again; a new window alone is not enough.",
    "Or install the udev rule that comes with Counterpart (resources/packaging/70-counterpart.rules): it needs no new login.",
  ),
  "permission-pending": say(
    "{user} is a member of the group {group} already, but signed in before that.",
    "Sign out of the whole desktop and in again, or restart the computer.",
  ),
  "permission-owner": say(
    "{user} may not open {port}; it is for root only.",
    "Install the udev rule that comes with Counterpart (resources/packaging/70-counterpart.rules), then plug the cable in again.",
  ),
  "free-ok": say("No other program is known to have {port}."),
  "free-held": say("The program {program} (process {pid}) has {port}.", "Close {program}, then try again."),
  "free-stale": say(
    "The program {program} (process {pid}) still holds a port that was unplugged.",
    "Close {program}, unplug the cable, and plug it in again.",
  ),
  "free-grabber": say(
    "The program {program} takes serial ports by itself and has {port}, or is looking at it.",
    "Wait half a minute and try again: it lets go when it finds no modem.",
    "To keep it away for good, install the udev rule that comes with Counterpart, or remove it: sudo apt remove {package}",
  ),
  "free-windows": say(
    "Windows does not let go of {port}: another program has it, or had it when the cable was pulled.",
    "Close every program that speaks with terminals, cash registers or printers, also in the notification area.",
    "Unplug the cable, wait five seconds, and plug it into another socket.",
    "If it stays so, restart the computer.",
  ),
  "free-unknown": say(
    "Another program has {port}; this user may not see which.",
    "Close every program that speaks with terminals, cash registers or printers.",
    "To see which one it is: sudo fuser -v {port}",
  ),
  "free-server": say(
    "The device server lets only one in at a time, and somebody is at {port}.",
    "Close the other connection, or restart the device server.",
  ),
  "speed-untried": say("Nothing was heard that would speak against it."),
  "speed-garbled": say(
    "What arrives is not text. That means another rate: bits per second (baud rate).",
    "Look up the terminal's rate in its menu or manual and choose it.",
    "Else try the usual ones in turn: 9600, 19200, 38400, 57600, 115200.",
  ),
  "speed-silent": say(
    "Nothing that could be understood came back. The rate may be wrong, or the line is quiet.",
    "Check that the terminal is on and past its start, and that its port is set to this computer in its menu.",
    "Try the usual rates in turn: 9600, 19200, 38400, 57600, 115200.",
    "A serial cable of another device may have its wires the other way round: take the one that belongs to the terminal.",
  ),
  "pace-untried": say("Nothing was heard that would speak against it."),
  "pace-damaged": say(
    "Letters were lost or changed on the way. Counterpart types more gently then, and that was not enough.",
    "Take a shorter cable, away from mains cables, without a hub.",
    "Choose a lower rate, or flow control if the terminal has it (--flow-control hardware).",
  ),
} as const satisfies Readonly<Record<string, Saying>>;

export type SayingKey = keyof typeof sayingsEn;
