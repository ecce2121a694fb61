// A person at the console of a simulated terminal: types, and waits until something is to be read.
import type { BytePort } from "../../electron/core/bytes/byte-port.ts";
import { createTerminal, type Terminal, type TerminalOptions } from "../../electron/simulator/terminal.ts";
import { makeSurroundings } from "./surroundings.ts";

export class Console {
  readonly terminal: Terminal;
  readonly port: BytePort;
  /** Everything heard so far. */
  heard = "";
  #read = 0;
  #wake: () => void = () => undefined;

  constructor(terminal: Terminal, port: BytePort) {
    this.terminal = terminal;
    this.port = port;
    const decoder = new TextDecoder();
    port.onBytes((bytes) => {
      this.heard += decoder.decode(bytes, { stream: true });
      this.#wake();
    });
  }

  type(text: string): Promise<void> {
    return this.port.write(new TextEncoder().encode(text));
  }

  /** Types a line and returns what came back, up to and with the prompt that then stands last. */
  async line(text: string, prompt = "# "): Promise<string> {
    await this.type(`${text}\r`);
    return this.#untilMatch((fresh) => (fresh.endsWith(prompt) ? fresh.length : -1), prompt);
  }

  /** What was heard since the last call, up to and with `text`. */
  until(text: string): Promise<string> {
    return this.#untilMatch((fresh) => {
      const at = fresh.indexOf(text);
      return at < 0 ? -1 : at + text.length;
    }, text);
  }

  async #untilMatch(find: (fresh: string) => number, what: string): Promise<string> {
    for (const end = Date.now() + 3000; ; ) {
      const fresh = this.heard.slice(this.#read);
      const length = find(fresh);
      if (length >= 0) {
        this.#read += length;
        return fresh.slice(0, length);
      }
      const left = end - Date.now();
      if (left <= 0) throw new Error(`no ${JSON.stringify(what)} in ${JSON.stringify(fresh)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

export async function openTerminal(name: string, options: TerminalOptions = {}): Promise<Terminal> {
  const made = await createTerminal(name, makeSurroundings(), options);
  if (!made.ok) throw new Error(made.failure.message.en);
  return made.value;
}

export function openConsoleOf(terminal: Terminal): Console {
  const port = terminal.connect();
  if (!port.ok) throw new Error(port.failure.message.en);
  return new Console(terminal, port.value);
}

/** A fresh terminal, at its prompt. */
export async function openConsole(name = "demo:linux", options: TerminalOptions = {}): Promise<Console> {
  const console = openConsoleOf(await openTerminal(name, options));
  await console.line("");
  return console;
}
