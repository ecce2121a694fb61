// The file system as one process sees it: devices, live files of /proc and /sys, umask, a full disk.
import type { FileContent, IFileSystem } from "just-bash";
import { readLiveFile } from "../machine/live-files.ts";
import { loadInterpreterLibrary } from "./interpreter-library.ts";
import type { ShellProcess } from "./shell-process.ts";

type WriteOptions = Parameters<IFileSystem["writeFile"]>[2];
type ReadOptions = Parameters<IFileSystem["readFile"]>[1];

const ttyPaths = new Set(["/dev/tty", "/dev/console", "/dev/ttyS0"]);
const randomBytesAtOnce = 4096;
const defaultMode = 0o644;
const openFolders = ["/tmp", "/run/user", "/dev"];

export class ProcessFiles implements IFileSystem {
  readonly #process: ShellProcess;

  constructor(process: ShellProcess) {
    this.#process = process;
  }

  get #files() {
    return this.#process.machine.files;
  }

  async readFile(path: string, options?: ReadOptions): Promise<string> {
    return this.#readSpecial(path) ?? (await this.#files.readFile(path, options));
  }

  async readFileBytes(path: string) {
    const special = this.#readSpecial(path);
    if (special === null) return this.#files.readFileBytes(path);
    const { encodeUtf8ToBytes, unsafeBytesFromLatin1 } = await loadInterpreterLibrary();
    return isDevice(path) ? unsafeBytesFromLatin1(special) : encodeUtf8ToBytes(special);
  }

  async readFileBuffer(path: string): Promise<Uint8Array> {
    const special = this.#readSpecial(path);
    if (special === null) return this.#files.readFileBuffer(path);
    return new Uint8Array(Buffer.from(special, isDevice(path) ? "latin1" : "utf8"));
  }

  async writeFile(path: string, content: FileContent, options?: WriteOptions): Promise<void> {
    if (this.#writeSpecial(path, content, options)) return;
    this.#checkWrite(path);
    const mode = await this.#modeOf(path);
    await this.#files.writeFile(path, content, options);
    // The file system gives every file that it writes its default mode.
    if (mode !== defaultMode) await this.#files.chmod(path, mode);
  }

  async appendFile(path: string, content: FileContent, options?: WriteOptions): Promise<void> {
    if (this.#writeSpecial(path, content, options)) return;
    this.#checkWrite(path);
    const mode = await this.#modeOf(path);
    await this.#files.appendFile(path, content, options);
    if (mode !== defaultMode) await this.#files.chmod(path, mode);
  }

  async exists(path: string): Promise<boolean> {
    return isInShell(path) || (await this.#files.exists(path));
  }

  stat(path: string) {
    return this.#files.stat(isInShell(path) ? "/bin/sh" : path);
  }

  lstat(path: string) {
    return this.#files.lstat(path);
  }

  async mkdir(path: string, options?: Parameters<IFileSystem["mkdir"]>[1]): Promise<void> {
    this.#checkWrite(path);
    await this.#files.mkdir(path, options);
    if (this.#process.umask !== 0o022) await this.#files.chmod(path, 0o777 & ~this.#process.umask);
  }

  readdir(path: string): Promise<string[]> {
    return this.#files.readdir(path);
  }

  readdirWithFileTypes(path: string): ReturnType<NonNullable<IFileSystem["readdirWithFileTypes"]>> {
    return this.#files.readdirWithFileTypes(path);
  }

  async rm(path: string, options?: Parameters<IFileSystem["rm"]>[1]): Promise<void> {
    this.#checkOwner(path);
    await this.#files.rm(path, options);
  }

  async cp(from: string, to: string, options?: Parameters<IFileSystem["cp"]>[2]): Promise<void> {
    this.#checkWrite(to);
    // A live file has its content only when it is read.
    const special = this.#readSpecial(from);
    if (special === null) await this.#files.cp(from, to, options);
    else await this.#files.writeFile(to, special, isDevice(from) ? "latin1" : "utf8");
  }

  async mv(from: string, to: string): Promise<void> {
    this.#checkOwner(from);
    this.#checkOwner(to);
    await this.#files.mv(from, to);
  }

  resolvePath(base: string, path: string): string {
    return this.#files.resolvePath(base, path);
  }

  getAllPaths(): string[] {
    return this.#files.getAllPaths();
  }

  async chmod(path: string, mode: number): Promise<void> {
    this.#checkOwner(path);
    await this.#files.chmod(path, mode);
  }

  symlink(target: string, path: string): Promise<void> {
    return this.#files.symlink(target, path);
  }

  link(from: string, to: string): Promise<void> {
    return this.#files.link(from, to);
  }

  readlink(path: string): Promise<string> {
    return this.#files.readlink(path);
  }

  realpath(path: string): Promise<string> {
    return this.#files.realpath(path);
  }

  utimes(path: string, accessed: Date, modified: Date): Promise<void> {
    return this.#files.utimes(path, accessed, modified);
  }

  async #modeOf(path: string): Promise<number> {
    const exists = await this.#files.exists(path);
    return exists ? (await this.#files.stat(path)).mode & 0o7777 : 0o666 & ~this.#process.umask;
  }

  #readSpecial(path: string): string | null {
    if (path === "/dev/urandom" || path === "/dev/random") {
      return String.fromCharCode(...this.#process.machine.surroundings.random(randomBytesAtOnce));
    }
    if (path === "/dev/zero") return "\0".repeat(randomBytesAtOnce);
    if (!path.startsWith("/sys/") && !path.startsWith("/proc/") && !path.startsWith("/var/log/")) return null;
    const live = readLiveFile(this.#process.machine, path);
    if (live === null) return null;
    if ("refused" in live) throw new Error("EINVAL: Invalid argument");
    return live.text;
  }

  #writeSpecial(path: string, content: FileContent, options: WriteOptions): boolean {
    const machine = this.#process.machine;
    if (path === "/dev/null" || path === "/dev/zero") return true;
    if (ttyPaths.has(path)) {
      const bytes = toBytes(content, options);
      this.#process.lastComplaint = Buffer.from(bytes.subarray(0, 80)).toString("latin1");
      this.#process.tty?.write(bytes);
      return true;
    }
    if (path === "/dev/kmsg") {
      const text = Buffer.from(toBytes(content, options)).toString("utf8").trimEnd();
      const [, level, rest = ""] = /^<(\d)>(.*)$/s.exec(text) ?? ["", "4", text];
      if (text !== "") machine.kernelMessage(rest, Number(level));
      return true;
    }
    if (path === "/proc/sys/kernel/printk") {
      machine.consoleLogLevel = Number.parseInt(Buffer.from(toBytes(content, options)).toString(), 10) || 1;
      return true;
    }
    return false;
  }

  #checkWrite(path: string): void {
    this.#checkOwner(path);
    // As in a bash that was built without them: there is no network behind this shell's redirections.
    if (/^\/dev\/(?:tcp|udp)\//.test(path)) throw new Error("ENOENT: No such file or directory");
    const { steps } = this.#process.machine;
    const effect = steps.take(`write ${path}`);
    if (effect?.kind === "fail") throw new Error(`EIO: ${effect.message}`);
    if (steps.diskFull && !path.startsWith("/run/")) throw new Error("ENOSPC: No space left on device");
  }

  /** Only root may write; others in their own folder and where everybody may. */
  #checkOwner(path: string): void {
    const { user } = this.#process;
    if (user.uid === 0 || [user.home, ...openFolders].some((folder) => path.startsWith(`${folder}/`))) return;
    throw new Error("EACCES: permission denied");
  }
}

// The interpreter looks for every command in /bin and /usr/bin, also for those that a shell has in itself.
const inShell = new Set(["trap", "umask", "jobs"]);

/** Commands that only the simulator uses begin so; no folder lists them. */
export const hiddenPrefix = "__simulator_";

function isInShell(path: string): boolean {
  if (!path.startsWith("/usr/bin/") && !path.startsWith("/bin/")) return false;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return inShell.has(name) || name.startsWith(hiddenPrefix);
}

function isDevice(path: string): boolean {
  return path.startsWith("/dev/");
}

function toBytes(content: FileContent, options: WriteOptions): Uint8Array {
  if (typeof content !== "string") return content;
  const encoding = typeof options === "string" ? options : options?.encoding;
  return Buffer.from(content, encoding === "binary" || encoding === "latin1" ? "latin1" : "utf8");
}
