// A simulated terminal of this family and a session on it, on a clock that runs fast.
import { loadDescriptions } from "../../../../electron/app/load-descriptions.ts";
import type { ConnectOptions, DialectSession } from "../../../../electron/core/dialects/dialect.ts";
import type { Task } from "../../../../electron/core/dialects/task.ts";
import { text } from "../../../../electron/core/dialects/text/index.ts";
import type { Result } from "../../../../electron/core/failures/result.ts";
import { findDemoPersona } from "../../../../electron/simulator/catalogue.ts";
import type { Persona } from "../../../../electron/simulator/text/persona.ts";
import { TextTerminal, type TextTerminalOptions } from "../../../../electron/simulator/text/text-terminal.ts";
import { hurry } from "../../../contracts/fast-clock.ts";

export const task: Task = { signal: new AbortController().signal, onStage: () => undefined };

const shipped = await loadDescriptions();
const surroundings = hurry(20);

export function start(name: string, options: TextTerminalOptions & { readonly persona?: Persona } = {}): TextTerminal {
  const persona = options.persona ?? findDemoPersona(name);
  if (!persona) throw new Error(name);
  return new TextTerminal(name, { surroundings, persona }, { bootTime: 600, ...options });
}

/** `change` edits the description that is shipped for it. */
export async function enter(
  terminal: TextTerminal,
  options: Partial<ConnectOptions> & { readonly change?: (content: Record<string, unknown>) => void } = {},
): Promise<Result<DialectSession>> {
  const port = terminal.connect();
  if (!port.ok) throw new Error(port.failure.code);
  const found = shipped.find(({ source }) => source === `${terminal.name}.yaml`);
  const content = structuredClone(found?.content) as Record<string, unknown>;
  options.change?.(content);
  const plain = { credentials: null, become: null, becomePassword: null, baudRate: 9600, patience: 3000 };
  const descriptions = [{ family: "text", source: `${terminal.name}.yaml`, content }];
  return text.connect(port.value, { ...plain, descriptions, ...options, ...task }, surroundings);
}

export async function open(
  terminal: TextTerminal,
  ...more: Parameters<typeof enter> extends [unknown, ...infer Rest] ? Rest : never
): Promise<DialectSession> {
  const session = await enter(terminal, ...more);
  if (!session.ok) throw new Error(`${session.failure.code}: ${session.failure.message.en}`);
  return session.value;
}
