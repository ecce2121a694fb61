// macOS: what hangs on USB, as System Information prints it. Which port belongs to which device it does not say, so an
// adapter counts as without a driver only while there is no port at all but Bluetooth's and the console's.
import { execFile } from "node:child_process";
import { z } from "zod";
import { repairText } from "../../repair-text.ts";
import { nameUsbDevice } from "../../usb-names.ts";
import type { UsbDevice } from "../facts.ts";

const patience = 15_000;

interface Item {
  readonly _name: string;
  readonly vendor_id?: string | undefined;
  readonly product_id?: string | undefined;
  readonly location_id?: string | undefined;
  readonly _items?: readonly Item[] | undefined;
}

const itemSchema: z.ZodType<Item> = z.lazy(() =>
  z.object({
    _name: z.string(),
    vendor_id: z.string().optional(),
    product_id: z.string().optional(),
    location_id: z.string().optional(),
    _items: z.array(itemSchema).optional(),
  }),
);
const reportSchema = z.object({ SPUSBDataType: z.array(itemSchema) });

export function listMacDevices(ports: readonly string[]): Promise<readonly UsbDevice[] | null> {
  return new Promise((resolve) => {
    const words = ["SPUSBDataType", "-json"];
    execFile("/usr/sbin/system_profiler", words, { timeout: patience, maxBuffer: 4 * 1024 * 1024 }, (error, text) =>
      resolve(error ? null : parseUsbReport(text, ports)),
    );
  });
}

export function parseUsbReport(text: string, ports: readonly string[]): readonly UsbDevice[] | null {
  const parsed = reportSchema.safeParse(readJson(text));
  if (!parsed.success) return null;
  const own = ports.filter((path) => !/Bluetooth|debug-console|wlan-debug/i.test(path));
  return parsed.data.SPUSBDataType.flatMap(listItems).map((item) => describeItem(item, own));
}

function listItems(item: Item): readonly Item[] {
  const below = (item._items ?? []).flatMap(listItems);
  // Buses have no ids; a hub is what others hang on.
  return item.vendor_id === undefined || below.length > 0 ? below : [item];
}

function describeItem(item: Item, ports: readonly string[]): UsbDevice {
  const [vendorId, productId] = [readId(item.vendor_id), readId(item.product_id)];
  const known = nameUsbDevice(vendorId, productId);
  const isSerial = known !== null && known.product !== null;
  return {
    key: `${item.location_id ?? ""} ${vendorId}:${productId}`,
    name: repairText(item._name),
    vendorId,
    productId,
    isSerial,
    problem: null,
    ports: isSerial ? ports : [],
  };
}

/** `0x1a86  (QinHeng Electronics)` */
function readId(text: string | undefined): string | null {
  return /^0x([0-9a-f]{4})/i.exec(text ?? "")?.[1]?.toLowerCase() ?? null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
