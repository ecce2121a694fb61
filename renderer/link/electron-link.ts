// The link of the desktop window: JSON texts over the one channel that the preload exposes.
import type { Link } from "../../electron/contract/link.ts";
import { Mailbox } from "../../electron/contract/mailbox.ts";

/** What electron/preload puts on the window. */
export interface DesktopBridge {
  readonly send: (json: string) => void;
  readonly onMessage: (listener: (json: string) => void) => void;
  /** Where a file that a person dropped or chose lies on the disk; empty where it lies nowhere. */
  readonly pathOf?: (file: File) => string;
}

/** The text that says that its sender closed the link; no JSON is empty. */
const closing = "";

export function createElectronLink(bridge: DesktopBridge): Link {
  const mailbox = new Mailbox();
  bridge.onMessage((json) => {
    if (json === closing) mailbox.close();
    else mailbox.deliver(JSON.parse(json));
  });
  return {
    send: (message) => {
      if (!mailbox.isClosed) bridge.send(JSON.stringify(message));
    },
    onMessage: (listener) => mailbox.onMessage(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close: () => {
      if (!mailbox.isClosed) bridge.send(closing);
      mailbox.close();
    },
  };
}
