// The options that commands share, read once into what the contract takes. Passwords come from the environment or
// from standard input, never from an argument, which every other user of the PC could see.
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Input } from "../contract/commands.ts";
import { defaultLine } from "../core/bytes/byte-port.ts";
import { type Failure, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { fill, type Voice } from "./console-voice.ts";

export interface PortOptions {
  readonly port: string;
  readonly family?: string | undefined;
  readonly profile?: string | undefined;
  /** `auto`: found out. */
  readonly baud: number | "auto";
  readonly dataBits: number;
  readonly parity: string;
  readonly stopBits: number;
  readonly flowControl: string;
  readonly dtr: string;
  readonly rts: string;
  readonly timeout: number;
  readonly login?: string | undefined;
  readonly passwordEnv?: string | undefined;
  readonly passwordStdin?: boolean | undefined;
  /** Where the start of a description goes when no family knows the terminal. */
  readonly describe?: string | undefined;
  readonly become?: string | undefined;
  readonly becomePasswordEnv?: string | undefined;
}

export async function readConnectInput(options: PortOptions, voice: Voice): Promise<Result<Input<"terminal.connect">>> {
  const password = await readPassword(options, voice);
  if (!password.ok) return password;
  if (password.value !== null && options.login === undefined) return fail(usage("--login", voice.words.loginMissing));
  const becomePassword =
    options.becomePasswordEnv === undefined ? succeed(null) : readVariable(options.becomePasswordEnv, voice);
  if (!becomePassword.ok) return becomePassword;
  return succeed({
    port: options.port,
    // The server's schema refuses what is not one of the allowed values.
    line: {
      baudRate: options.baud === "auto" ? defaultLine.baudRate : options.baud,
      dataBits: options.dataBits,
      parity: options.parity,
      stopBits: options.stopBits,
      flowControl: options.flowControl,
      dtr: options.dtr === "on",
      rts: options.rts === "on",
    } as Input<"terminal.connect">["line"],
    findRate: options.baud === "auto",
    family: options.family ?? null,
    profile: options.profile ?? null,
    login: options.login === undefined ? null : { user: options.login, password: password.value },
    become: (options.become ?? null) as Input<"terminal.connect">["become"],
    becomePassword: becomePassword.value,
    timeoutSeconds: options.timeout,
  });
}

/** `FIELD=env:VAR` as an assignment; the value is never shown. */
export function readSecrets(secrets: readonly string[], voice: Voice): Result<readonly string[]> {
  const assignments: string[] = [];
  for (const text of secrets) {
    const [, field, name] = /^([^=]+)=env:(\w+)$/.exec(text) ?? [];
    if (field === undefined || name === undefined) return fail(usage("--set-secret", "FIELD=env:VAR"));
    const value = readVariable(name, voice);
    if (!value.ok) return value;
    assignments.push(`${field}=${value.value}`);
  }
  return succeed(assignments);
}

async function readPassword(options: PortOptions, voice: Voice): Promise<Result<string | null>> {
  if (options.passwordEnv !== undefined && options.passwordStdin)
    return fail(usage("--password-stdin", voice.words.onePassword));
  if (options.passwordEnv !== undefined) return readVariable(options.passwordEnv, voice);
  return succeed(options.passwordStdin ? await readFirstLine() : null);
}

export interface LogOptions extends PortOptions {
  readonly lines: number;
  readonly follow: boolean;
  /** `last`, `all`, or a time. */
  readonly since?: string | undefined;
  readonly source: readonly string[];
  readonly file: readonly string[];
  readonly filter: readonly string[];
  readonly out?: string | undefined;
}

export interface PassphraseOptions extends PortOptions {
  readonly passphraseEnv?: string | undefined;
  readonly passphraseStdin?: boolean | undefined;
}

/** The pass-phrase of a backup; null where none was given. */
export async function readPassphrase(options: PassphraseOptions, voice: Voice): Promise<Result<string | null>> {
  const { passphraseEnv: name, passphraseStdin: isTyped } = options;
  if (isTyped && (name !== undefined || options.passwordStdin))
    return fail(usage("--passphrase-stdin", voice.words.onePassphrase));
  const given = name === undefined ? succeed(isTyped ? await readFirstLine() : null) : readVariable(name, voice);
  return given.ok && given.value === "" ? fail(usage("--passphrase", voice.words.emptyPassphrase)) : given;
}

function readVariable(name: string, { words }: Voice): Result<string> {
  const value = process.env[name];
  return value === undefined ? fail(usage(name, fill(words.missingVariable, { name }))) : succeed(value);
}

async function readFirstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  const [line] = (await Promise.race([once(lines, "line"), once(lines, "close").then(() => [""])])) as [string];
  lines.close();
  return line;
}

export function usage(where: string, reason: string): Failure {
  return makeFailure("input-invalid", { where, reason });
}
