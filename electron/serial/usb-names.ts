// USB ids in words: makers and products of terminals and of the adapters that are sold with them, as the public list
// usb.ids has them. A maker's id says nothing of the terminal behind an adapter.
import listed from "../../resources/knowledge/usb-ids.json" with { type: "json" };

export interface UsbName {
  readonly vendor: string;
  /** Null where the list has the maker only. */
  readonly product: string | null;
  /** Whether the maker makes payment terminals or adapters. */
  readonly role: "terminal" | "adapter";
  readonly linuxModule: string;
  readonly windowsDriver: string;
}

interface Vendor {
  readonly name: string;
  readonly role: string;
  readonly chip: string;
  readonly products: Readonly<Record<string, string>>;
}

interface Chip {
  readonly linuxModule: string;
  readonly windowsDriver: string;
}

const vendors: Readonly<Record<string, Vendor>> = listed.vendors;
const chips: Readonly<Record<string, Chip>> = listed.chips;

/** Four hexadecimal digits each; null for ids that are not in the list. */
export function nameUsbDevice(vendorId: string | null, productId: string | null): UsbName | null {
  const vendor = vendorId === null ? undefined : vendors[vendorId.toLowerCase()];
  const chip = vendor && chips[vendor.chip];
  if (!vendor || !chip) return null;
  return {
    vendor: vendor.name,
    product: vendor.products[productId?.toLowerCase() ?? ""] ?? null,
    role: vendor.role === "terminal" ? "terminal" : "adapter",
    ...chip,
  };
}
