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
 * far, which stay when a cable is pulled.
 */
export function findPlaces(
  asked: readonly string[] | null,
  ports: readonly ListedPort[],
  known: readonly Place[],
): readonly Place[] {
  const listed = new Map(ports.map((port) => [port.path, port]));
  const here = (path: string): Place => {
    const port = listed.get(path);
    if (port !== undefined) return { slot: nameSlot(port), port: path };
    return { slot: path, port: isListed(path) && ports.length > 0 && !listed.has(path) ? null : path };
  };
  const wanted =
    asked === null
      ? ports.filter(({ kind, usb }) => kind === "serial" && usb != null).map(({ path }) => here(path))
      : asked.map(here);
  const bySlot = new Map<string, Place>();
  for (const place of known) bySlot.set(place.slot, { slot: place.slot, port: findAt(place, ports) });
  for (const place of wanted) {
    // A port that was named and is gone is the slot that it was.
    const isKnown = place.port === null && known.some(({ port, slot }) => port === place.slot || slot === place.slot);
    if (!isKnown) bySlot.set(place.slot, place);
  }
  return [...bySlot.values()];
}

/** Whatever hangs at that place now, under whichever name. */
function findAt({ slot, port }: Place, ports: readonly ListedPort[]): string | null {
  const found = ports.find((each) => nameSlot(each) === slot);
  if (found !== undefined) return found.path;
  return port !== null && !isListed(port) ? port : null;
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
