// Ports and the places that they hang at. A slot is a USB location, so that a card follows the bench and not the order in
// which cables were plugged in; a port that is on no USB (a COM port, a device server, a demo) is a slot by itself.
import type { ListedPort, Output } from "../../contract/commands.ts";

export interface Place {
  readonly slot: string;
  /** Null: nothing is plugged in. */
  readonly port: string | null;
}

function nameSlot({ path, usb }: Pick<ListedPort, "path" | "usb">): string {
  return usb?.location ?? path;
}

/** Whether the list tells when something is plugged in there; elsewhere it always is. */
export function isListed(port: string): boolean {
  return port.startsWith("/") || /^COM\d+$/i.test(port);
}

/**
 * Where this run works now. `asked`: the ports that a person named; null: every serial device of USB. `known`: the slots so
 * far, which stay when a cable is pulled. What was named is a place from the first look on: another device that later gets the
 * name of a port is not meant.
 */
export function findPlaces(
  asked: readonly string[] | null,
  ports: readonly ListedPort[],
  known: readonly Place[],
): readonly Place[] {
  const places = known.map(({ slot }) => ({ slot, port: findAt(slot, ports) }));
  if (asked !== null) return known.length > 0 ? places : asked.map((path) => findNamed(path, ports));
  const slots = new Set(places.map(({ slot }) => slot));
  const fresh = ports.filter((port) => port.kind === "serial" && port.usb != null && !slots.has(nameSlot(port)));
  return [...places, ...fresh.map((port) => ({ slot: nameSlot(port), port: port.path }))];
}

function findNamed(path: string, ports: readonly ListedPort[]): Place {
  const listed = ports.find((port) => port.path === path);
  return listed === undefined ? { slot: path, port: findAt(path, ports) } : { slot: nameSlot(listed), port: path };
}

/** Whatever hangs at that place now, under whichever name. A device that is in no list may be there all the same. */
function findAt(slot: string, ports: readonly ListedPort[]): string | null {
  const found = ports.find((port) => nameSlot(port) === slot || port.path === slot);
  if (found !== undefined) return found.path;
  const isLocation = !isListed(slot) && !slot.includes(":");
  return isLocation ? null : slot;
}

/** What a hub without a supply may hand on: 500 mA less its own (USB 2.0, 7.2.1.1). */
const hubMilliamps = 400;
/** What a device that does not tell is counted as. */
const usual = 100;

export function findWeakHubs(ports: readonly ListedPort[]): Output<"provisioning.status">["weakHubs"] {
  const hung = ports.flatMap(({ usb }) => (usb?.hub != null && usb.isHubPowered === false ? [usb] : []));
  const byHub = Map.groupBy(hung, ({ hub }) => hub ?? "");
  return [...byHub]
    .map(([hub, places]) => {
      // A terminal with two ports is one device.
      const devices = new Map(places.map((place) => [place.location, place.milliamps ?? usual]));
      return { hub, terminals: devices.size, milliamps: [...devices.values()].reduce((sum, each) => sum + each, 0) };
    })
    .filter(({ milliamps }) => milliamps > hubMilliamps);
}
