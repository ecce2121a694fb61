// What other systems print of their devices, and the names in it.
import { parseUsbReport } from "../../../electron/serial/doctor/gather/macos.ts";
import { parsePlugAndPlay } from "../../../electron/serial/doctor/gather/windows.ts";
import { repairText } from "../../../electron/serial/repair-text.ts";
import type { FuzzTarget } from "../../contracts/fuzz.ts";

const device = String.raw`{"Name":"USB-SERIAL CH340 (COM12)","DeviceID":"USB\\VID_1A86&PID_7523\\5&2","ConfigManagerErrorCode":28,"PNPClass":"Ports","Service":null,"CompatibleID":["USB\\Class_02"]}`;
const report = `{"SPUSBDataType":[{"_name":"Bus","_items":[{"_name":"USB Serial","vendor_id":"0x1a86","product_id":"0x7523"}]}]}`;

export const doctorTargets: readonly FuzzTarget[] = [
  { name: "plug and play", examples: [device, `[${device},${device}]`], run: (text) => void parsePlugAndPlay(text) },
  { name: "USB report", examples: [report], run: (text) => void parseUsbReport(text, ["/dev/cu.usbserial-1"]) },
  { name: "names", examples: ["\xd6\xd5\xb6\xcb 1", "Ger\xe4t", "COM3"], run: (text) => void repairText(text) },
];
