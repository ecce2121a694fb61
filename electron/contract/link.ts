/** A way to the other side that knows no commands. Electron, WebSocket and the loopback implement it. */
export interface Link {
  /** Sends one JSON value; after the close it does nothing. */
  readonly send: (message: unknown) => void;
  /** Hears every message; one listener. What came before it is kept for it. */
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once when either side closed. */
  readonly onClose: (listener: () => void) => void;
  readonly close: () => void;
}
