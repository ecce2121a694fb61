// A kernel that logs to its console writes whole lines into whatever is being printed there, even into the middle
// of a line: `192.168[   12.345678] usb 1-1: new device\n.1.5`. Such a line begins with its time stamp.

// A carriage return before it belongs to a line end that the message stands within.
export const kernelMessage = /\r?(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{6}\](?:\[ *[TC]\d+\])? [^\n]*\n/;

/** The text with everything taken out that looks like a kernel message; the reader proves by checksum that it was right. */
export function removeKernelMessages(text: string): string {
  return text.replace(new RegExp(kernelMessage, "g"), "");
}
