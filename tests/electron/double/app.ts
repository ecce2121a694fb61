// Electron's app: its life, its folder, its lock.
import { EventEmitter } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { session } from "./default-session.ts";
import { getContext, launchChromium, readDebuggingPort } from "./chromium.ts";

class AppDouble extends EventEmitter {
  readonly #userData: string;
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #isQuitting = false;
  #holdsLock = false;

  constructor(userData: string) {
    super();
    this.#userData = userData;
    mkdirSync(userData, { recursive: true });
    process.once("SIGTERM", () => this.quit());
    process.once("SIGINT", () => this.quit());
    process.on("SIGUSR2", () => this.emit("second-instance", {}, readWords(userData), userData));
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getPath(name: string): string {
    return name === "userData" ? this.#userData : join(this.#userData, name);
  }

  getLocale(): string {
    return "en-GB";
  }

  /** As `npm start` runs it. */
  readonly isPackaged = false;

  readonly commandLine = {
    appendSwitch: (): void => {
      if (this.#isReady) throw new Error("Electron's double: a switch that comes when the app is ready does nothing");
    },
  };

  getVersion(): string {
    return "0.1.0";
  }

  disableHardwareAcceleration(): void {
    if (this.#isReady) throw new Error("app.disableHardwareAcceleration() can only be called before app is ready");
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error("app.enableSandbox() can only be called before app is ready");
  }

  /** The lock is a file with the process's id; the second process knocks with a signal. */
  requestSingleInstanceLock(): boolean {
    const lock = join(this.#userData, "lock");
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      this.#holdsLock = true;
    } catch {
      process.kill(Number(readFileSync(lock, "utf8")), "SIGUSR2");
    }
    return this.#holdsLock;
  }

  /** Called when the main module has been evaluated, as Electron does it; prints where tests can connect. */
  async becomeReady(): Promise<void> {
    if (this.#isQuitting) return;
    session.defaultSession.protocol.seal();
    const folder = join(this.#userData, "chromium");
    await launchChromium(folder);
    process.stdout.write(`${JSON.stringify({ debuggingPort: await readDebuggingPort(folder) })}\n`);
    this.#isReady = true;
    this.#ready.resolve();
    this.emit("ready");
  }

  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    this.emit("before-quit", { preventDefault: () => undefined });
    let held = false;
    this.emit("will-quit", { preventDefault: () => (held = true) });
    if (!held) this.exit(0);
  }

  exit(status = 0): void {
    if (this.#holdsLock) rmSync(join(this.#userData, "lock"), { force: true });
    const closing = this.#isReady ? getContext().then((context) => context.close()) : Promise.resolve();
    void closing.catch(() => undefined).then(() => process.exit(status));
  }
}

/** What the second start was given: a test writes it where nobody else does. */
function readWords(userData: string): readonly string[] {
  try {
    return JSON.parse(readFileSync(join(userData, "second-start.json"), "utf8")) as readonly string[];
  } catch {
    return [];
  }
}

function findUserData(): string {
  const given = process.argv.find((each) => each.startsWith("--user-data-dir="));
  if (given === undefined) throw new Error("Electron's double needs --user-data-dir=");
  return given.slice("--user-data-dir=".length);
}

export const app = new AppDouble(findUserData());
