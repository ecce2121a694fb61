// What `stty` changes of a terminal line, and the state string by which `stty -g` saves it.
// Flag words as Linux has them for a serial line (asm-generic/termbits.h), so that the string looks and works alike.

export interface TtySettings {
  readonly input: number;
  readonly output: number;
  readonly control: number;
  readonly local: number;
}

const flags = {
  icrnl: ["input", 0x100],
  inlcr: ["input", 0x40],
  igncr: ["input", 0x80],
  ixon: ["input", 0x400],
  opost: ["output", 0x1],
  onlcr: ["output", 0x4],
  isig: ["local", 0x1],
  icanon: ["local", 0x2],
  echo: ["local", 0x8],
  echoe: ["local", 0x10],
  echok: ["local", 0x20],
  echonl: ["local", 0x40],
  echoctl: ["local", 0x200],
  echoke: ["local", 0x800],
  iexten: ["local", 0x8000],
} as const;

export type TtyFlag = keyof typeof flags;

/** 115200 8N1, modem lines ignored, as a getty leaves it. */
export const saneTty: TtySettings = { input: 0x500, output: 0x5, control: 0x18b2, local: 0x8a3b };

const rates: Readonly<Record<number, number>> = {
  0xd: 9600,
  0xe: 19200,
  0xf: 38400,
  0x1001: 57600,
  0x1002: 115200,
};
const rateMask = 0x100f;

// Interrupt, quit, erase, kill, end of file and the rest of c_cc, in the order of the kernel.
const characters = "3:1c:7f:15:4:0:1:0:11:13:1a:0:12:f:17:16:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0";

export function hasFlag(settings: TtySettings, flag: TtyFlag): boolean {
  const [word, bit] = flags[flag];
  return (settings[word] & bit) !== 0;
}

export function setFlag(settings: TtySettings, flag: TtyFlag, on: boolean): TtySettings {
  const [word, bit] = flags[flag];
  return { ...settings, [word]: on ? settings[word] | bit : settings[word] & ~bit };
}

export function saveTty(settings: TtySettings): string {
  const words = [settings.input, settings.output, settings.control, settings.local];
  return `${words.map((word) => word.toString(16)).join(":")}:${characters}`;
}

/** Applies one word of a `stty` command line; null when stty would refuse it. */
export function applySttyWord(settings: TtySettings, word: string): TtySettings | null {
  if (word === "sane") return saneTty;
  if (word === "raw") {
    return withFlags(settings, ["icrnl", "ixon", "opost", "icanon", "isig"], false);
  }
  if (word === "-raw" || word === "cooked") {
    return withFlags(settings, ["icrnl", "ixon", "opost", "icanon", "isig"], true);
  }
  if (/^[0-9a-f]+(:[0-9a-f]+){35}$/i.test(word)) return restoreTty(word);
  const rate = Object.entries(rates).find(([, bits]) => String(bits) === word);
  if (rate !== undefined) return { ...settings, control: (settings.control & ~rateMask) | Number(rate[0]) };
  const name = word.replace(/^-/, "");
  if (isFlag(name)) return setFlag(settings, name, !word.startsWith("-"));
  // Settings of the hardware that nothing here depends on: taken and forgotten.
  return harmless.has(name) ? settings : null;
}

const harmless = new Set([
  "clocal",
  "crtscts",
  "hupcl",
  "cread",
  "cs8",
  "parenb",
  "cstopb",
  "ixoff",
  "ixany",
  "imaxbel",
  "brkint",
  "tostop",
  "noflsh",
  "iutf8",
]);

/** What plain `stty` and `stty -a` print. */
export function describeTty(settings: TtySettings, all: boolean): string {
  const rate = rates[settings.control & rateMask] ?? 0;
  if (!all) return `speed ${rate} baud; line = 0;\n${hasFlag(settings, "echo") ? "" : "-echo\n"}`;
  const list = (names: readonly TtyFlag[]): string =>
    names.map((name) => `${hasFlag(settings, name) ? "" : "-"}${name}`).join(" ");
  return (
    `speed ${rate} baud; rows 24; columns 80; line = 0;\n` +
    "intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>; eol2 = <undef>; swtch = <undef>; start = ^Q; stop = ^S;\n" +
    "susp = ^Z; rprnt = ^R; werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;\n" +
    "-parenb -parodd -cmspar cs8 hupcl -cstopb cread clocal -crtscts\n" +
    `${list(["inlcr", "igncr", "icrnl", "ixon"])}\n${list(["opost", "onlcr"])}\n` +
    `${list(["isig", "icanon", "iexten", "echo", "echoe", "echok", "echonl", "echoctl", "echoke"])}\n`
  );
}

function restoreTty(saved: string): TtySettings {
  const [input = 0, output = 0, control = 0, local = 0] = saved.split(":").map((word) => Number.parseInt(word, 16));
  return { input, output, control, local };
}

function withFlags(settings: TtySettings, names: readonly TtyFlag[], on: boolean): TtySettings {
  return names.reduce((result, name) => setFlag(result, name, on), settings);
}

function isFlag(name: string): name is TtyFlag {
  return Object.hasOwn(flags, name);
}
