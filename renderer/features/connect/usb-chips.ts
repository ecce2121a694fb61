// Makers of the chips in USB serial cables, by USB vendor id as the USB-IF assigned it (the public usb.ids list). The
// cable's maker is often all that is known of a port.
const makers: Readonly<Record<string, string>> = {
  "0403": "FTDI",
  "067b": "Prolific",
  "10c4": "Silicon Labs",
  "1a86": "QinHeng (CH340)",
  "04d8": "Microchip",
  "0451": "Texas Instruments",
  "9710": "MosChip",
};

export function nameChipMaker(vendorId: string | null): string | null {
  return vendorId === null ? null : (makers[vendorId.toLowerCase()] ?? null);
}
