// bytes in, in any chunking -> frames and frame faults out. A framer never throws and never grows without limit:
// what it cannot use it reports as a fault and goes on with the next byte.

export interface FrameFault {
  readonly kind: "fault";
  /** `damaged`: a checksum or header is wrong; `refused`: the other side saw damage; `overflow`: longer than the limit. */
  readonly reason: "damaged" | "refused" | "overflow";
}

export interface Framer<Frame> {
  /** Takes the next characters (one per byte) and returns what they completed, in order. */
  push(binary: string): readonly (Frame | FrameFault)[];
}
