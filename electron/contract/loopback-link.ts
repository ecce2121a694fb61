// Two links joined in one process. Every message goes through JSON, so that what works here works on a wire.
import type { Link } from "./link.ts";
import { Mailbox } from "./mailbox.ts";

export function createLoopback(): readonly [Link, Link] {
  const left = new Mailbox();
  const right = new Mailbox();
  const close = (): void => {
    left.close();
    right.close();
  };
  return [connect(left, right, close), connect(right, left, close)];
}

function connect(own: Mailbox, other: Mailbox, close: () => void): Link {
  return {
    send: (message) => other.deliver(JSON.parse(JSON.stringify(message))),
    onMessage: (listener) => own.onMessage(listener),
    onClose: (listener) => own.onClose(listener),
    close,
  };
}
