// ifup, ifdown and ifquery of ifupdown 0.8.41: they read the file, run each command of a stanza in a shell
// and note in /run/network/ifstate what is up. Nothing here touches the network: the commands do.
import { readInterfaces, type Interfaces, type ReadableFiles, type Stanza } from "./interfaces-file.ts";
import { completeOptions, scriptsOf } from "./stanza-scripts.ts";

export interface ScriptOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface IfupdownHost extends ReadableFiles {
  writeText(path: string, text: string): Promise<void>;
  /** Runs a line of shell with these variables on top of the own ones. */
  runScript(script: string, variables: Readonly<Record<string, string>>): Promise<ScriptOutcome>;
}

type Verb = "ifup" | "ifdown";

interface Request {
  readonly verb: Verb | "ifquery";
  readonly names: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly file: string;
  readonly allowedClass: string;
}

const statePath = "/run/network/ifstate";

export async function runIfupdown(
  verb: Request["verb"],
  args: readonly string[],
  host: IfupdownHost,
): Promise<ScriptOutcome> {
  const request = readRequest(verb, args);
  const output = new Output();
  const interfaces = await readInterfaces(request.file, host);
  for (const one of interfaces.complaints) output.complain(verb, one.complaint);
  if (interfaces.complaints.some((one) => one.fatal)) {
    output.complain(verb, `couldn't read interfaces file "${request.file}"`);
    return output.end(1);
  }
  if (request.verb === "ifquery") return query(request, interfaces, { host, output });
  if (request.flags.has("verbose")) {
    for (const path of interfaces.sourced) output.complain(verb, `parsing file ${path}`);
    if (verb === "ifup") output.stderr += "\n";
  }
  let failed = false;
  for (const name of await chooseNames(request, interfaces, host)) {
    failed = !(await change(name, { request, interfaces, host, output })) || failed;
  }
  if (request.flags.has("verbose") && verb === "ifdown") output.stderr += "\n";
  return output.end(failed ? 1 : 0);
}

function readRequest(verb: Request["verb"], args: readonly string[]): Request {
  const longNames: Readonly<Record<string, string>> = { "-a": "all", "-v": "verbose", "-n": "no-act" };
  const flags = new Set<string>();
  const names: string[] = [];
  let file = "/etc/network/interfaces";
  let allowedClass = "auto";
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? "";
    const [key = "", value] = word.split("=", 2);
    if (word === "-i") file = args[(at += 1)] ?? file;
    else if (key === "--interfaces") file = value ?? args[(at += 1)] ?? file;
    else if (key === "--allow") allowedClass = value ?? args[(at += 1)] ?? allowedClass;
    else if (word.startsWith("-")) flags.add(longNames[word] ?? word.slice(2));
    else names.push(word);
  }
  return { verb, names, flags, file, allowedClass };
}

interface Work {
  readonly request: Request;
  readonly interfaces: Interfaces;
  readonly host: IfupdownHost;
  readonly output: Output;
}

async function chooseNames(request: Request, interfaces: Interfaces, host: IfupdownHost): Promise<readonly string[]> {
  if (!request.flags.has("all")) return request.names;
  if (request.verb === "ifdown") return [...(await readState(host)).keys()];
  return interfaces.classes.get(request.allowedClass) ?? [];
}

async function change(name: string, work: Work): Promise<boolean> {
  const { request, interfaces, host, output } = work;
  const verb = request.verb === "ifdown" ? "ifdown" : "ifup";
  const stanzas = interfaces.stanzas.filter((one) => one.name === name);
  const state = await readState(host);
  const forced = request.flags.has("force") || request.flags.has("no-act");
  if (verb === "ifup" && state.has(name) && !forced) {
    output.complain(verb, `interface ${name} already configured`);
    return true;
  }
  if (stanzas.length === 0 && (verb === "ifup" || !state.has(name))) {
    output.complain(verb, `unknown interface ${name}`);
    return false;
  }
  if (verb === "ifdown" && !state.has(name) && !forced) {
    output.complain(verb, `interface ${name} not configured`);
    return true;
  }
  let done = true;
  for (const stanza of stanzas) {
    if (done) done = await changeStanza(stanza, verb, work);
  }
  if (!done) output.complain(verb, `failed to bring ${verb === "ifup" ? "up" : "down"} ${name}`);
  else if (!request.flags.has("no-act")) await noteState(host, name, verb === "ifup");
  return done;
}

async function changeStanza(stanza: Stanza, verb: Verb, work: Work): Promise<boolean> {
  const { request, output } = work;
  const scripts = scriptsOf(stanza);
  const options = completeOptions(stanza);
  const hooks = (name: string): readonly string[] => options.filter((one) => one.name === name).map((one) => one.value);
  for (const name of scripts.missing) {
    output.complain(verb, `missing required variable: ${name}`);
    output.complain(verb, `missing required configuration variables for interface ${stanza.name}/${stanza.family}`);
    return false;
  }
  if (request.flags.has("verbose"))
    output.complain(verb, `configuring interface ${stanza.name}=${stanza.name} (${stanza.family})`);
  const parts = (folder: string): string =>
    `run-parts --${verb === "ifup" ? "exit-on-error --" : ""}verbose /etc/network/if-${folder}.d`;
  const steps =
    verb === "ifup"
      ? [...hooks("pre-up"), parts("pre-up"), ...scripts.up, ...hooks("up"), parts("up")]
      : [...hooks("down"), parts("down"), ...scripts.down, ...hooks("post-down"), parts("post-down")];
  for (const step of steps) {
    if (request.flags.has("verbose")) output.stderr += `${step}\n`;
    if (request.flags.has("no-act") || step.trim() === "" || step.startsWith("run-parts ")) continue;
    const outcome = await work.host.runScript(step, variablesOf(stanza, verb));
    output.add(outcome);
    // ifdown goes on whatever fails; a forced ifup stops and calls it a success.
    if (outcome.exitCode !== 0 && verb === "ifup") return request.flags.has("force");
  }
  return true;
}

function variablesOf(stanza: Stanza, verb: Verb): Readonly<Record<string, string>> {
  const own = completeOptions(stanza).map((one) => [`IF_${one.name.toUpperCase().replaceAll("-", "_")}`, one.value]);
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    IFACE: stanza.name,
    LOGICAL: stanza.name,
    ADDRFAM: stanza.family,
    METHOD: stanza.method,
    MODE: verb === "ifup" ? "start" : "stop",
  };
}

async function query(
  request: Request,
  interfaces: Interfaces,
  work: Pick<Work, "host" | "output">,
): Promise<ScriptOutcome> {
  const { host, output } = work;
  if (request.flags.has("list")) {
    const names = interfaces.classes.get(request.allowedClass) ?? [];
    output.stdout += names.map((name) => `${name}\n`).join("");
    return output.end(0);
  }
  if (request.flags.has("state")) {
    const state = await readState(host);
    const names = request.names.length > 0 ? request.names.filter((name) => state.has(name)) : [...state.keys()];
    output.stdout += names.map((name) => `${name}=${state.get(name)}\n`).join("");
    return output.end(names.length < request.names.length ? 1 : 0);
  }
  let failed = false;
  for (const name of request.names) {
    const stanzas = interfaces.stanzas.filter((one) => one.name === name);
    if (stanzas.length === 0) {
      output.complain("ifquery", `unknown interface ${name}`);
      failed = true;
    }
    for (const stanza of stanzas) {
      output.stdout += completeOptions(stanza)
        .map((one) => `${one.name}: ${one.value}\n`)
        .join("");
    }
  }
  return output.end(failed ? 1 : 0);
}

async function readState(host: IfupdownHost): Promise<ReadonlyMap<string, string>> {
  const lines = ((await host.readText(statePath)) ?? "").split("\n").filter((line) => line.includes("="));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

async function noteState(host: IfupdownHost, name: string, up: boolean): Promise<void> {
  const state = new Map(await readState(host));
  if (up) state.set(name, name);
  else state.delete(name);
  const lines = [...state].map(([key, value]) => `${key}=${value}\n`).sort();
  await host.writeText("/run/network/.ifstate.lock", "");
  await host.writeText(statePath, lines.join(""));
  await host.writeText(`${statePath}.${name}`, up ? `${name}\n` : "");
}

class Output {
  stdout = "";
  stderr = "";

  complain(program: string, text: string): void {
    this.stderr += `${program}: ${text}\n`;
  }

  add(outcome: ScriptOutcome): void {
    this.stdout += outcome.stdout;
    this.stderr += outcome.stderr;
  }

  end(exitCode: number): ScriptOutcome {
    return { stdout: this.stdout, stderr: this.stderr, exitCode };
  }
}
