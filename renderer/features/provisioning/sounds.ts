// Two sounds that are told apart across a noisy room: up for done, low and three times for stop.
interface Tone {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the first. */
  readonly at: number;
  readonly length: number;
}

const tones: Readonly<Record<"done" | "stop", readonly Tone[]>> = {
  done: [
    { pitch: 660, at: 0, length: 0.12 },
    { pitch: 990, at: 0.13, length: 0.2 },
  ],
  stop: [
    { pitch: 196, at: 0, length: 0.22 },
    { pitch: 196, at: 0.3, length: 0.22 },
    { pitch: 196, at: 0.6, length: 0.22 },
  ],
};

export class Sounds {
  #context: AudioContext | null = null;

  play(kind: "done" | "stop"): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    // Until somebody has pressed something a browser plays nothing; it is not made up for later.
    if (context.state === "suspended") void context.resume();
    for (const tone of tones[kind]) playTone(context, tone, kind === "done" ? "sine" : "square");
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}

function playTone(context: AudioContext, { pitch, at, length }: Tone, type: OscillatorType): void {
  const from = context.currentTime + at;
  const gain = context.createGain();
  // Without a soft edge a speaker clicks.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(0.25, from + 0.02);
  gain.gain.linearRampToValueAtTime(0, from + length);
  const oscillator = new OscillatorNode(context, { frequency: pitch, type });
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(from + length);
}
