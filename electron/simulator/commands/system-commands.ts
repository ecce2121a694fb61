// The rest of a small system: sync, reboot, umask, trap, stty, systemctl, df, mktemp and the like.
import { applySttyWord, describeTty, saveTty } from "../tty-settings.ts";
import type { RunOutcome } from "../shell/shell-process.ts";
import { complain, done, print, splitOptions, type Call, type CommandTable } from "./command.ts";

export const systemCommands: CommandTable = {
  sync: () => done,
  chown: () => done,
  chgrp: () => done,
  jobs: () => done,
  trap: runTrap,
  umask: runUmask,
  stty: runStty,
  tty: ({ process }) => (process.tty === null ? { ...print("not a tty\n"), exitCode: 1 } : print("/dev/ttyS0\n")),
  reboot: runReboot,
  systemctl: runSystemctl,
  mktemp: runMktemp,
  df: runDf,
  ls: runLs,
  stat: runStat,
};

/** Kept for a script's end; other signals are taken and never come. */
function runTrap({ args, process }: Call): RunOutcome {
  const words = args[0] === "--" ? args.slice(1) : args;
  if (words.slice(1).some((word) => word === "EXIT" || word === "0")) {
    process.exitTrap = words[0] === "-" ? null : (words[0] ?? null);
  }
  return done;
}

function runUmask({ args, process }: Call): RunOutcome {
  const [mask] = args.filter((word) => word !== "-S");
  if (mask === undefined) return print(`${process.umask.toString(8).padStart(4, "0")}\n`);
  if (!/^[0-7]{1,4}$/.test(mask)) return complain(`bash: umask: ${mask}: invalid symbolic mode operator`);
  process.umask = Number.parseInt(mask, 8) & 0o777;
  return done;
}

function runStty({ args, process }: Call): RunOutcome {
  const { tty } = process;
  if (tty === null) return complain("stty: 'standard input': Inappropriate ioctl for device");
  const words = args[0] === "-F" ? args.slice(2) : args;
  if (words.length === 0 || words[0] === "-a") return print(describeTty(tty.settings, words[0] === "-a"));
  if (words[0] === "-g") return print(`${saveTty(tty.settings)}\n`);
  if (words[0] === "size") return print("24 80\n");
  if (words[0] === "speed") return print("115200\n");
  let settings = tty.settings;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (["rows", "cols", "columns", "min", "time"].includes(word)) {
      at += 1;
      continue;
    }
    const next = applySttyWord(settings, word);
    if (next === null) return complain(`stty: invalid argument ‘${word}’\nTry 'stty --help' for more information.`);
    settings = next;
  }
  tty.settings = settings;
  return done;
}

async function runReboot({ process }: Call): Promise<RunOutcome> {
  if (process.user.uid !== 0)
    return complain("Failed to set wall message, ignoring: Interactive authentication required.");
  process.machine.askRestart();
  // The shell lives on for the moment that a shutdown takes; then it is stopped with everything else.
  await process.wait(60_000);
  return done;
}

function runSystemctl({ args }: Call): RunOutcome {
  const { words } = splitOptions(args, "np");
  const [verb = "", unit = ""] = words;
  const known = /^(networking|cron|ssh|payment|systemd-journald)(\.service)?$/.test(unit);
  if (verb === "is-active") return { ...print(known ? "active\n" : "inactive\n"), exitCode: known ? 0 : 3 };
  if (verb === "is-enabled") {
    return known
      ? print("enabled\n")
      : complain(`Failed to get unit file state for ${unit}: No such file or directory`);
  }
  if (verb === "is-system-running") return print("running\n");
  return known ? done : complain(`Failed to ${verb} ${unit}: Unit ${unit} not found.`, 5);
}

async function runMktemp({ args, io, process }: Call): Promise<RunOutcome> {
  const { words, options } = splitOptions(args, "p");
  const template = words[0] ?? `${options.get("p") ?? "/tmp"}/tmp.XXXXXXXXXX`;
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const random = process.machine.surroundings.random(16);
  let used = 0;
  const path = template.replace(/X{3,}$/, (run) =>
    run.replaceAll("X", () => letters[(random[(used += 1) % 16] ?? 0) % letters.length] ?? "a"),
  );
  const whole = io.fs.resolvePath(io.cwd, path);
  const isFolder = options.has("d");
  try {
    if (isFolder) await io.fs.mkdir(whole);
    else await io.fs.writeFile(whole, "");
    await io.fs.chmod(whole, isFolder ? 0o700 : 0o600);
  } catch {
    return complain(
      `mktemp: failed to create ${isFolder ? "directory" : "file"} via template ‘${template}’: No such file or directory`,
    );
  }
  return print(`${path}\n`);
}

function runDf({ process }: Call): RunOutcome {
  const [used, free, share] = process.machine.steps.diskFull ? ["3612384", "0", "100%"] : ["1420112", "2192272", "40%"];
  return print(
    "Filesystem     1K-blocks    Used Available Use% Mounted on\n" +
      `/dev/mmcblk0p2   3612384 ${used} ${String(free).padStart(9)} ${share.padStart(4)} /\n` +
      "tmpfs             254208      44    254164   1% /run\n",
  );
}

/** The interpreter calls every owner `user` and marks folders with a slash; on a terminal it is root, and no slash. */
async function runLs({ args, io }: Call): Promise<RunOutcome> {
  const outcome = await io.origCommand?.([...args]);
  if (outcome === undefined) return complain("ls: not there", 127);
  const owned = outcome.stdout.replaceAll(/^([bcdlps-][rwxsStT-]{9}\s+\d+ )user user /gm, "$1root root ");
  const marks = args.some((word) => /^-[^-]*[Fp]/.test(word));
  return { ...outcome, stdout: marks ? owned : owned.replaceAll(/^(d[rwxsStT-]{9} .*)\/$/gm, "$1") };
}

async function runStat({ args, io }: Call): Promise<RunOutcome> {
  const owned = args.map((word) => word.replaceAll(/%[UG]/g, "root").replaceAll(/%[ug]/g, "0"));
  return (await io.origCommand?.(owned)) ?? complain("stat: not there", 127);
}
